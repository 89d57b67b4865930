import type { z } from "zod";
import { SaveLesson } from "#modules/academy/contract/authoring.ts";
import type { LessonForAuthors } from "#modules/academy/contract/authoring-course.ts";
import { pageContext } from "#web/context.ts";
import { richTextReader } from "#web/forms/rich-text.ts";
import { done, submit } from "#web/forms/submit.ts";
import { findProblem } from "#web/problem.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Route } from "./+types/lesson.ts";
import { LessonEditor } from "./lesson-editor.tsx";
import { readLessonForm } from "./lesson-form.ts";
import { loadChoices } from "./load-choices.ts";
import { blockTexts } from "./block-texts.ts";

export type Lesson = z.output<typeof LessonForAuthors>;

export const handle: RouteHandle = { crumb: ({ lesson }: { lesson: Lesson }) => lesson.title };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const lesson = await call<Lesson>("academy.get_lesson", params);
  return {
    lesson,
    texts: await blockTexts(lesson.blocks),
    choices: await loadChoices(call, params.courseId),
  };
}

/** What a save by itself answers: the new revision, or the one somebody else made meanwhile. */
export type Autosaved = { revision: number; savedAt: string } | { newer: number };

export async function action(args: Route.ActionArgs) {
  const { call, now: savedAt } = args.context.get(pageContext);
  const form = await args.request.clone().formData();
  const isAutosave = form.get("intent") === "autosave";
  const readText = await richTextReader();
  const save = async (input: unknown): Promise<Autosaved> => {
    try {
      return { savedAt, ...(await call<{ revision: number }>("academy.save_lesson", input)) };
    } catch (thrown) {
      const problem = findProblem(thrown);
      if (!isAutosave || problem?.code !== "academy.lesson_changed") throw thrown;
      const now = await call<Lesson>("academy.get_lesson", args.params);
      return { newer: now.revision };
    }
  };
  return submit<Autosaved>(args, save, {
    schema: SaveLesson,
    map: (fields) => ({ ...readLessonForm(fields, readText), ...args.params }),
    onSuccess: (saved) => {
      if (isAutosave) return Response.json(saved);
      const path = new URL(args.request.url).pathname.replace(/\.data$/u, "");
      return done(path, form.get("do") ? undefined : "saved");
    },
  });
}

export default function LessonPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lesson, texts, choices } = loaderData;
  const state = actionData && "errors" in actionData ? actionData : null;
  return <LessonEditor key={lesson.key} lesson={lesson} texts={texts} choices={choices} state={state} />;
}
