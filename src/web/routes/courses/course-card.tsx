import { Link } from "react-router";
import type { PublicCourseCard } from "#modules/academy/contract/catalogue.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Icon } from "#web/ui/icon.tsx";
import type { CoursePrice } from "./course-offers.ts";
import { levelWords, sizeWords } from "./course-words.ts";

/** A course among others. */
export function CourseCard({ course, price }: { course: PublicCourseCard; price: CoursePrice | undefined }) {
  return (
    <article
      lang={course.language}
      className="relative flex h-full flex-col overflow-hidden rounded-card border border-line bg-surface hover:border-control"
    >
      {course.coverHref && (
        <img
          src={course.coverHref}
          alt=""
          loading="lazy"
          className="aspect-2/1 w-full bg-hover object-cover"
        />
      )}
      <div className="flex flex-1 flex-col p-6 sm:p-8">
        <h2 className="text-22 font-bold text-pretty" dir="auto">
          <Link to={`/courses/${course.slug}`} className="after:absolute after:inset-0 hover:underline">
            {course.title}
          </Link>
        </h2>
        <p className="mt-2 text-pretty text-muted" dir="auto">
          {course.summary || course.subtitle}
        </p>
        <p className="mt-5 text-14 text-muted" lang="en">
          {sizeWords(course)}
        </p>
        <p className="mt-1 text-14 text-muted" lang="en">
          {levelWords(course.level)}
        </p>
        <div className="mt-auto flex flex-wrap items-center justify-between gap-3 pt-6" lang="en">
          {price ? <From price={price} /> : <span className="text-14 text-muted">Not on sale now</span>}
          {course.hasCertificate && (
            <span className="inline-flex items-center gap-1.5 text-14 text-muted">
              <Icon name="badge-check" className="text-accent" />
              Certificate
            </span>
          )}
        </div>
      </div>
    </article>
  );
}

function From({ price: { price } }: { price: CoursePrice }) {
  const { roundMoney } = useFormat();
  return (
    <span className="font-semibold tabular-nums">
      {roundMoney(BigInt(price.amountMinor), price.currency)}
    </span>
  );
}
