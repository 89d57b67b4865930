import { actorPersonId } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MyNotes, MyNotesOf } from "#modules/academy/contract/notes.ts";
import { getMyEnrollment } from "#modules/academy/learning/enrollment.ts";
import { findLessonWith } from "#modules/academy/learning/lesson-of.ts";

/** One's own notes at a lesson, the oldest first. Errors: `academy.not_enrolled`, `academy.lesson_unknown`. */
export const listMyNotes = defineQuery({
  name: "academy.list_my_notes",
  title: "List my notes at a lesson",
  http: "GET /learn/courses/:course/lessons/:lesson/notes",
  access: "customer",
  input: MyNotesOf,
  output: MyNotes,
  run: async ({ db, actor, input }) => {
    const mine = await getMyEnrollment(db, { courseSlug: input.course, personId: actorPersonId(actor) });
    const lesson = await findLessonWith(db, mine.curriculum_id, { lessonSlug: input.lesson });
    if (!lesson) throw refuse("not_found", "academy.lesson_unknown", "Your course has no such lesson.");
    const notes = await rows<{ noteId: string; body: string; updatedAt: string }>(
      db,
      sql`SELECT id AS "noteId", body, to_jsonb(updated_at) AS "updatedAt" FROM academy.note
          WHERE enrollment_id = ${mine.id} AND lesson_key = ${lesson.key} ORDER BY created_at, id LIMIT 500`,
    );
    return { notes };
  },
});
