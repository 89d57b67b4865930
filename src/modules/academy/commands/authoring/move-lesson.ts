import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import {
  getLessonRow,
  getModuleRow,
  lessonIds,
  orderLessons,
  placed,
} from "#modules/academy/authoring/outline-parts.ts";
import { demandOutline, readOutlineVersion } from "#modules/academy/authoring/outline-version.ts";
import { ChangedOutline, MoveLesson } from "#modules/academy/contract/authoring-outline.ts";

/**
 * Puts a lesson at another place, of its module or of another.
 * Errors: `academy.lesson_unknown`, `academy.module_unknown`, `academy.outline_changed`.
 */
export const moveLesson = defineCommand({
  name: "academy.move_lesson",
  title: "Move a lesson",
  http: "PUT /academy/courses/:courseId/lessons/:lessonKey/position",
  access: "academy:write",
  input: MoveLesson,
  output: ChangedOutline,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now }, course) => {
    const draft = await openDraft(tx, { courseId: course.id, now });
    await demandOutline(tx, draft.id, input.outlineVersion);
    const lesson = await getLessonRow(tx, draft.id, input.lessonKey);
    const target = await getModuleRow(tx, draft.id, input.moduleKey);
    const left = (await lessonIds(tx, lesson.module_id)).filter((id) => id !== lesson.id);
    const order = placed(await lessonIds(tx, target.id), lesson.id, input.position);
    await orderLessons(tx, target.id, order);
    if (target.id !== lesson.module_id) await orderLessons(tx, lesson.module_id, left);
    return { outlineVersion: await readOutlineVersion(tx, draft.id) };
  },
});
