import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { getLessonRow } from "#modules/academy/authoring/outline-parts.ts";
import { SavedLesson } from "#modules/academy/contract/authoring.ts";
import { RestoreLessonRevision } from "#modules/academy/contract/authoring-course.ts";

/**
 * Makes title and blocks of an older save the newest; what is there now stays among the revisions.
 * Errors: `academy.lesson_unknown`, `academy.lesson_changed`, `academy.revision_unknown`.
 */
export const restoreLessonRevision = defineCommand({
  name: "academy.restore_lesson_revision",
  title: "Bring back an older save of a lesson",
  http: "POST /academy/courses/:courseId/lessons/:lessonKey/revisions/:revision/return",
  access: "academy:write",
  input: RestoreLessonRevision,
  output: SavedLesson,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now, actor }, course) => {
    const draft = await openDraft(tx, { courseId: course.id, now });
    const lesson = await getLessonRow(tx, draft.id, input.lessonKey);
    if (lesson.revision !== input.current)
      throw refuse(
        "conflict",
        "academy.lesson_changed",
        "Somebody saved this lesson since you opened it. Look at it again.",
        { data: { revision: lesson.revision } },
      );
    await tx.execute(
      sql`INSERT INTO academy.lesson_revision (lesson_id, revision, title, blocks, saved_at, saved_by)
          SELECT id, revision, title, blocks, updated_at, updated_by FROM academy.lesson WHERE id = ${lesson.id}
          ON CONFLICT DO NOTHING`,
    );
    const restored = await firstRow<{ revision: number }>(
      tx,
      sql`UPDATE academy.lesson l SET title = r.title, blocks = r.blocks, revision = l.revision + 1,
            updated_at = ${now.toString()}, updated_by = ${actorPersonId(actor)}
          FROM academy.lesson_revision r
          WHERE l.id = ${lesson.id} AND r.lesson_id = l.id AND r.revision = ${input.revision} AND r.revision <> l.revision
          RETURNING l.revision`,
    );
    if (!restored) throw refuse("not_found", "academy.revision_unknown", "There is no such older save.");
    return { revision: restored.revision };
  },
});
