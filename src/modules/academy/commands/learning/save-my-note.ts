import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { SavedNote, SaveMyNote } from "#modules/academy/contract/notes.ts";
import { lockMyEnrollment } from "#modules/academy/learning/enrollment.ts";
import { findLessonWith } from "#modules/academy/learning/lesson-of.ts";

/** So many notes a lesson holds; more is a book of one's own. */
const MAX_NOTES = 500;

/** Writes a note at a lesson. Errors: `academy.lesson_unknown`, `academy.note_unknown`, `academy.notes_full`. */
export const saveMyNote = defineCommand({
  name: "academy.save_my_note",
  title: "Write a note at a lesson",
  http: "POST /learn/courses/:course/lessons/:lesson/notes",
  access: "customer",
  unaudited: true,
  input: SaveMyNote,
  output: SavedNote,
  run: async ({ tx, now, actor, input }) => {
    const mine = await lockMyEnrollment(tx, { courseSlug: input.course, personId: actorPersonId(actor) });
    const lesson = await findLessonWith(tx, mine.curriculum_id, { lessonSlug: input.lesson });
    if (!lesson) throw refuse("not_found", "academy.lesson_unknown", "Your course has no such lesson.");
    const at = now.toString();
    if (input.noteId) {
      const kept = await firstRow(
        tx,
        sql`UPDATE academy.note SET body = ${input.body}, updated_at = ${at}
            WHERE id = ${input.noteId} AND enrollment_id = ${mine.id} AND lesson_key = ${lesson.key} RETURNING id`,
      );
      if (!kept) throw refuse("not_found", "academy.note_unknown", "This note is not there any more.");
      return { noteId: input.noteId };
    }
    const noteId = newId();
    const made = await firstRow(
      tx,
      sql`INSERT INTO academy.note (id, enrollment_id, account_id, lesson_key, body, created_at, updated_at)
          SELECT ${noteId}, ${mine.id}, ${mine.account_id}, ${lesson.key}, ${input.body}, ${at}, ${at}
          WHERE (SELECT count(*) FROM academy.note WHERE enrollment_id = ${mine.id} AND lesson_key = ${lesson.key})
            < ${MAX_NOTES} RETURNING id`,
    );
    if (!made)
      throw refuse("conflict", "academy.notes_full", `A lesson holds ${MAX_NOTES} notes. Delete one first.`);
    return { noteId };
  },
});
