import { Link } from "react-router";
import type { PublicCourse } from "#modules/academy/contract/catalogue.ts";
import { countOf } from "#web/format/plural.ts";
import { Icon } from "#web/ui/icon.tsx";
import { timeWords } from "./course-words.ts";

type Module = PublicCourse["modules"][number];

/** Everything that is taught, module by module; free lessons are links. */
export function CourseOutline({ course }: { course: PublicCourse }) {
  return (
    <section aria-labelledby="outline">
      <h2 id="outline" className="text-28 font-bold">
        What is in it
      </h2>
      <p className="mt-2 mb-6 text-muted">
        {[
          countOf(course.modules.length, "part"),
          countOf(course.lessons, "lesson"),
          timeWords(course.minutes),
        ]
          .filter(Boolean)
          .join(", ")}
        . Lessons marked free can be read now.
      </p>
      <div className="divide-y divide-line border-y border-line">
        {course.modules.map((module, at) => (
          <ModulePart key={module.title} course={course} module={module} number={at + 1} />
        ))}
      </div>
    </section>
  );
}

function ModulePart({ course, module, number }: { course: PublicCourse; module: Module; number: number }) {
  return (
    <details className="group" open={number === 1}>
      <summary className="flex min-h-14 items-center gap-4 py-3 hover:text-accent">
        <span className="min-w-0 flex-1">
          <span lang={course.language} dir="auto" className="block font-semibold">
            {number}. {module.title}
          </span>
          <span className="block text-14 text-muted">
            {[countOf(module.lessons.length, "lesson"), timeWords(module.minutes)].filter(Boolean).join(", ")}
          </span>
        </span>
        <Icon
          name="plus"
          size={20}
          className="text-muted transition-transform group-open:rotate-45 motion-reduce:transition-none"
        />
      </summary>
      {module.summary && (
        <p lang={course.language} dir="auto" className="max-w-measure pb-4 text-pretty text-muted">
          {module.summary}
        </p>
      )}
      <ol className="pb-5">
        {module.lessons.map((lesson) => (
          <li key={lesson.title} className="flex min-h-11 flex-wrap items-center gap-x-4 py-1.5">
            <span lang={course.language} dir="auto" className="min-w-0 flex-1 basis-48">
              {lesson.slug ? (
                <Link
                  to={`/courses/${course.slug}/preview/${lesson.slug}`}
                  className="inline-flex min-h-11 items-center underline decoration-control/60 underline-offset-3 hover:decoration-current"
                >
                  {lesson.title}
                </Link>
              ) : (
                lesson.title
              )}
            </span>
            {lesson.slug && (
              <span className="rounded-mark bg-accent-soft px-2 py-0.5 text-13 font-medium">Free</span>
            )}
            {lesson.minutes > 0 && (
              <span className="text-14 text-muted tabular-nums">{lesson.minutes} min</span>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
