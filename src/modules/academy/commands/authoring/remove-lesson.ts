import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { getLessonRow, lessonIds, orderLessons } from "#modules/academy/authoring/outline-parts.ts";
import { demandOutline, readOutlineVersion } from "#modules/academy/authoring/outline-version.ts";
import { takeOut } from "#modules/academy/authoring/removed-part.ts";
import { RemovedPart, RemoveLesson } from "#modules/academy/contract/authoring-outline.ts";

/**
 * Takes a lesson out of the draft; `academy.bring_back_part` undoes it. Published versions keep it.
 * Errors: `academy.lesson_unknown`, `academy.outline_changed`.
 */
export const removeLesson = defineCommand({
  name: "academy.remove_lesson",
  title: "Take a lesson out of the draft",
  http: "DELETE /academy/courses/:courseId/lessons/:lessonKey",
  access: "academy:write",
  input: RemoveLesson,
  output: RemovedPart,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async (context, course) => {
    const { tx, input, now } = context;
    const draft = await openDraft(tx, { courseId: course.id, now });
    await demandOutline(tx, draft.id, input.outlineVersion);
    const lesson = await getLessonRow(tx, draft.id, input.lessonKey);
    const removalId = await takeOut(context, draft.id, {
      moduleId: lesson.module_id,
      moduleKey: lesson.module_key,
      lessonId: lesson.id,
    });
    await orderLessons(tx, lesson.module_id, await lessonIds(tx, lesson.module_id));
    return { removalId, outlineVersion: await readOutlineVersion(tx, draft.id) };
  },
});
