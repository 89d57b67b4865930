import type { Block } from "#modules/academy/contract/content.ts";
import { pageContext } from "#web/context.ts";
import { CourseBlock } from "#web/parts/course-blocks/course-block.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Notice } from "#web/ui/notice.tsx";
import type { Route } from "./+types/preview.ts";
import { kindLabel } from "./choices.ts";
import type { Lesson } from "./lesson.tsx";
import { completionWords } from "./rule-words.ts";
import { useCourse } from "./use-course.ts";

export const handle: RouteHandle = { crumb: "Preview" };

export async function loader({ context, params }: Route.LoaderArgs) {
  return { lesson: await context.get(pageContext).call<Lesson>("academy.get_lesson", params) };
}

/** What only works for who is enrolled stands as a card, with its way to where authors see it. */
function Placeholder({ block, courseId }: { block: Block; courseId: string }) {
  return (
    <Card>
      <p className="font-medium">{kindLabel(block.kind)}</p>
      <p className="mt-1 text-14 text-muted">
        {block.kind === "quiz" ? (
          <>Students open the quiz from here. Authors try it under Quizzes.</>
        ) : (
          <>Students open this from here.</>
        )}
      </p>
      {block.kind === "quiz" && (
        <div className="mt-3">
          <LinkButton size="small" to={`/console/academy/quizzes/${courseId}/${block.quizKey}`}>
            Look at the quiz
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

export default function Preview({ loaderData: { lesson }, params: { courseId } }: Route.ComponentProps) {
  const course = useCourse();
  const lessons = course.modules.flatMap((module) => module.lessons);
  const next = lessons[lessons.findIndex(({ key }) => key === lesson.key) + 1];
  const at = `/console/academy/courses/${courseId}/lessons`;
  return (
    <>
      <div className="pt-5" data-screen-only>
        <Notice
          title="As a student sees it"
          actions={
            <LinkButton size="small" to={`${at}/${lesson.key}`}>
              Back to writing
            </LinkButton>
          }
        >
          Nothing you do here counts, and nobody is enrolled by it.
        </Notice>
      </div>
      <article className="mx-auto max-w-[68ch] pt-6 pb-12">
        <h1 className="text-28 font-bold text-pretty sm:text-36" dir="auto">
          {lesson.title}
        </h1>
        {lesson.summary && (
          <p className="mt-3 text-18 text-pretty text-muted" dir="auto">
            {lesson.summary}
          </p>
        )}
        <div className="mt-8 space-y-6">
          {lesson.blocks.map((block) => (
            <CourseBlock key={block.id} block={block}>
              <Placeholder block={block} courseId={courseId} />
            </CourseBlock>
          ))}
        </div>
        <p className="mt-10 border-t border-line pt-4 text-14 text-muted">
          {completionWords(lesson.completion)}.
        </p>
        {next && (
          <div className="mt-4">
            <LinkButton to={`${at}/${next.key}/preview`} look="primary">
              Next: {next.title}
            </LinkButton>
          </div>
        )}
      </article>
    </>
  );
}
