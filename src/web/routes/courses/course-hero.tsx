import type { PublicCourse } from "#modules/academy/contract/catalogue.ts";
import { countOf } from "#web/format/plural.ts";
import { Icon, type IconName } from "#web/ui/icon.tsx";
import { BrandLink } from "../shop/brand-link.tsx";
import { languageName, levelWords, spanWords, timeWords } from "./course-words.ts";

const factsOf = (course: PublicCourse): (readonly [IconName, string])[] => [
  ["calendar-days", spanWords(course.durationDays)],
  ["book-open", countOf(course.lessons, "lesson")],
  ["clock", timeWords(course.minutes)],
  ["layers", levelWords(course.level)],
  ["languages", languageName(course.language)],
  ["badge-check", course.hasCertificate ? "Certificate and Open Badge" : ""],
];

const firstFree = (course: PublicCourse): string | undefined =>
  course.modules.flatMap(({ lessons }) => lessons).find(({ slug }) => slug !== null)?.slug ?? undefined;

/** What the course is, in one look. */
export function CourseHero({ course, isSold }: { course: PublicCourse; isSold: boolean }) {
  const free = firstFree(course);
  return (
    <div className="grid gap-x-16 gap-y-8 py-12 lg:grid-cols-[minmax(0,1fr)_340px] lg:py-20">
      <div lang={course.language} className="min-w-0">
        <h1 className="max-w-3xl text-36 font-bold text-pretty sm:text-48" dir="auto">
          {course.title}
        </h1>
        {course.subtitle && (
          <p className="mt-4 max-w-measure text-22 text-pretty" dir="auto">
            {course.subtitle}
          </p>
        )}
        <p className="mt-4 max-w-measure text-18 text-pretty text-muted" dir="auto">
          {course.summary}
        </p>
      </div>
      {course.coverHref && (
        <img
          src={course.coverHref}
          alt=""
          className="row-span-2 hidden w-full rounded-card border border-line bg-hover lg:block"
        />
      )}
      <div className="lg:col-start-1">
        <ul className=" flex flex-wrap gap-x-6 gap-y-2 text-14 text-muted">
          {factsOf(course)
            .filter(([, words]) => words)
            .map(([icon, words]) => (
              <li key={icon} className="inline-flex items-center gap-1.5">
                <Icon name={icon} />
                {words}
              </li>
            ))}
        </ul>
        <p className="mt-6 flex flex-wrap gap-3">
          {isSold && (
            <BrandLink to="#price" className="lg:hidden">
              See what it costs
            </BrandLink>
          )}
          {free && (
            <BrandLink to={`/courses/${course.slug}/preview/${free}`} outline>
              Read a lesson for free
            </BrandLink>
          )}
        </p>
      </div>
    </div>
  );
}
