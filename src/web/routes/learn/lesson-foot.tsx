import type { z } from "zod";
import type { MyLesson } from "#modules/academy/contract/learning.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { lessonKind } from "./lesson-words.ts";

type Lesson = z.output<typeof MyLesson>;

/** Where to go from a lesson: always at the same place, and says what comes. */
export function LessonFoot({ course, lesson: { previous, next } }: { course: string; lesson: Lesson }) {
  const coming = next && [next.title, lessonKind(next)].filter(Boolean).join(", ");
  return (
    <nav
      aria-label="Lessons"
      className="sticky bottom-0 z-20 -mx-4 border-t border-line bg-canvas px-4 py-3 sm:-mx-8 sm:px-8 lg:mx-0 lg:px-0"
      data-screen-only
    >
      <div className="flex items-center gap-3">
        {previous && (
          <LinkButton to={`/learn/${course}/lessons/${previous.slug}`} look="quiet" icon="arrow-left">
            <span className="max-sm:sr-only">Back</span>
          </LinkButton>
        )}
        <p className="ms-auto min-w-0 truncate text-14 text-muted max-sm:hidden" dir="auto">
          {coming ? `Next: ${coming}` : "This is the last lesson"}
        </p>
        {next?.isOpen && (
          <LinkButton to={`/learn/${course}/lessons/${next.slug}`} look="primary">
            Next
            <span className="sr-only">: {coming}</span>
          </LinkButton>
        )}
        {next && !next.isOpen && (
          <LinkButton to={`/learn/${course}`} look="secondary">
            See when it opens
          </LinkButton>
        )}
        {!next && (
          <LinkButton to={`/learn/${course}`} look="primary">
            To the outline
          </LinkButton>
        )}
      </div>
    </nav>
  );
}
