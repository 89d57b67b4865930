import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { AddedLesson, AddLesson } from "#modules/academy/contract/authoring.ts";

/** Adds a lesson at the end of a module of the draft. Errors: `academy.module_unknown`, `academy.lesson_taken`. */
export const addLesson = defineCommand({
  name: "academy.add_lesson",
  title: "Add a lesson to a module",
  http: "POST /academy/courses/:courseId/lessons",
  access: "academy:write",
  input: AddLesson,
  output: AddedLesson,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now, actor }, course) => {
    const draft = await openDraft(tx, { courseId: course.id, now });
    const module = await firstRow<{ id: string }>(
      tx,
      sql`SELECT id FROM academy.module WHERE curriculum_id = ${draft.id} AND key = ${input.moduleKey}`,
    );
    if (!module)
      throw refuse("not_found", "academy.module_unknown", "The draft of this course has no such module.");
    const made = { lessonId: newId(), key: newId(), revision: 1 };
    const added = await firstRow(
      tx,
      sql`INSERT INTO academy.lesson (id, curriculum_id, module_id, key, slug, title, summary, position, minutes,
            is_preview, completion, opening, blocks, updated_at, updated_by)
          SELECT ${made.lessonId}, ${draft.id}, ${module.id}, ${made.key}, ${input.slug}, ${input.title}, ${input.summary},
            (SELECT coalesce(max(position), 0) + 1 FROM academy.lesson WHERE module_id = ${module.id}), ${input.minutes},
            ${input.isPreview}, ${JSON.stringify(input.completion)}::jsonb, ${JSON.stringify(input.opening)}::jsonb,
            ${JSON.stringify(input.blocks)}::jsonb, ${now.toString()}::timestamptz, ${actorPersonId(actor)}::uuid
          ON CONFLICT (curriculum_id, slug) DO NOTHING RETURNING id`,
    );
    if (!added)
      throw refuse("conflict", "academy.lesson_taken", "Another lesson has this address. Choose another.");
    return made;
  },
});
