import type { z } from "zod";
import { useEffect, useRef } from "react";
import type { MyCourse, MyLesson } from "#modules/academy/contract/learning.ts";
import { ConfirmLesson } from "#modules/academy/contract/learning.ts";
import { MyNoteRef, type MyNotes, SaveMyNote } from "#modules/academy/contract/notes.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/lesson.ts";
import { LessonBlocks } from "./lesson-blocks.tsx";
import { LessonFoot } from "./lesson-foot.tsx";
import { LessonNotes } from "./lesson-notes.tsx";
import { LessonStanding } from "./lesson-standing.tsx";
import { OutlineList } from "./outline-list.tsx";
import { useActivity } from "./use-activity.ts";
import { useOffline } from "./use-offline.ts";

type Lesson = z.output<typeof MyLesson>;

export const handle: RouteHandle = { crumb: ({ lesson }: { lesson: Lesson }) => lesson.title };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  // Time on a lesson counts from here, also for a page whose scripts never run; not while it is only kept for later.
  if (!new URL(request.url).searchParams.has("keep")) await call("academy.open_lesson", params);
  const [lesson, course, { notes }] = await Promise.all([
    call<Lesson>("academy.get_my_lesson", params),
    call<z.output<typeof MyCourse>>("academy.get_my_course", { course: params.course }),
    call<z.output<typeof MyNotes>>("academy.list_my_notes", params),
  ]);
  return { lesson, modules: course.modules, notes };
}

export async function action(args: Route.ActionArgs) {
  const { course, lesson } = args.params;
  const onSuccess = () => done(`/learn/${course}/lessons/${lesson}`);
  const map = (form: Record<string, unknown>) => ({ ...form, course, lesson });
  const intent = String((await args.request.clone().formData()).get("intent"));
  if (intent === "note") return submit(args, "academy.save_my_note", { schema: SaveMyNote, map, onSuccess });
  if (intent === "delete-note")
    return submit(args, "academy.delete_my_note", { schema: MyNoteRef, onSuccess });
  return submit(args, "academy.confirm_lesson", { schema: ConfirmLesson, map, onSuccess });
}

/** Goes on where the reader was, once, unless the address names a place. */
function useResume({ key, position }: Lesson) {
  const resumed = useRef<string | null>(null);
  const share = position?.scroll ?? 0;
  useEffect(() => {
    // Only when a lesson is opened; later positions are the reader's own.
    if (resumed.current === key) return;
    resumed.current = key;
    if (location.hash || share === 0 || share >= 0.98) return;
    const { scrollHeight, clientHeight } = document.documentElement;
    scrollTo({ top: share * (scrollHeight - clientHeight), behavior: "instant" });
  }, [key, share]);
}

export default function LessonPage({ loaderData, actionData, params: { course } }: Route.ComponentProps) {
  const { lesson, modules, notes } = loaderData;
  const { live, play, stop } = useActivity({
    course,
    enrollmentId: lesson.enrollmentId,
    lessonKey: lesson.key,
    progress: lesson.progress,
    completedAt: lesson.completedAt,
  });
  useResume(lesson);
  useOffline(
    course,
    modules.flatMap((module) => module.lessons),
  );
  return (
    <div className="gap-12 lg:grid lg:grid-cols-[280px_minmax(0,1fr)]">
      <aside className="hidden border-e border-line py-6 pe-4 lg:block" data-screen-only>
        <nav aria-label="Outline" className="sticky top-4 max-h-[calc(100dvh-2rem)] overflow-y-auto">
          <p className="px-3 pb-3 text-14">
            <TextLink to={`/learn/${course}`}>{lesson.courseTitle}</TextLink>
          </p>
          <OutlineList course={course} modules={modules} current={lesson.slug} compact />
        </nav>
      </aside>
      <div className="min-w-0">
        <div className="pt-3 lg:hidden" data-screen-only>
          <Disclosure summary={`Outline, ${lesson.done} of ${lesson.total} done`}>
            <nav aria-label="Outline">
              <OutlineList course={course} modules={modules} current={lesson.slug} compact />
            </nav>
          </Disclosure>
        </div>
        <article className="max-w-[68ch] pt-6 pb-12">
          <h1 className="text-28 font-bold text-pretty sm:text-36" dir="auto">
            {lesson.title}
          </h1>
          {lesson.summary && (
            <p className="mt-3 text-18 text-pretty text-muted" dir="auto">
              {lesson.summary}
            </p>
          )}
          <LessonBlocks course={course} lesson={lesson} play={play} stop={stop} />
          <LessonStanding rule={lesson.completion} live={live} state={actionData} />
          <p className="mt-8" data-screen-only>
            <TextLink to={`/learn/${course}/lessons/${lesson.slug}/discussion`}>Discuss this lesson</TextLink>
          </p>
          <LessonNotes notes={notes} state={actionData} />
        </article>
        <LessonFoot course={course} lesson={lesson} />
      </div>
    </div>
  );
}
