import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { SavedLesson, SaveLesson } from "#modules/academy/contract/authoring.ts";

interface LessonFacts {
  id: string;
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  isPreview: boolean;
  completion: unknown;
  opening: unknown;
  blocks: unknown;
  revision: number;
}

/**
 * Saves a lesson of the draft, keeping what it was before. Errors: `academy.lesson_unknown`,
 * `academy.lesson_changed` (somebody saved since), `academy.lesson_taken`.
 */
export const saveLesson = defineCommand({
  name: "academy.save_lesson",
  title: "Save a lesson",
  http: "PATCH /academy/courses/:courseId/lessons/:lessonKey",
  access: "academy:write",
  input: SaveLesson,
  output: SavedLesson,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now, actor }, course) => {
    const draft = await openDraft(tx, { courseId: course.id, now });
    const before = await firstRow<LessonFacts>(
      tx,
      sql`SELECT id, slug, title, summary, minutes, is_preview AS "isPreview", completion, opening, blocks, revision
          FROM academy.lesson WHERE curriculum_id = ${draft.id} AND key = ${input.lessonKey} FOR UPDATE`,
    );
    if (!before) throw refuse("not_found", "academy.lesson_unknown", "There is no such lesson in the draft.");
    if (before.revision !== input.revision)
      throw refuse(
        "conflict",
        "academy.lesson_changed",
        "Somebody saved this lesson since you opened it. Load it again and repeat what you changed.",
        { data: { revision: before.revision } },
      );
    const next = {
      ...before,
      ...Object.fromEntries(Object.entries(input).filter(([, v]) => v !== undefined)),
    };
    const taken = await firstRow(
      tx,
      sql`SELECT 1 FROM academy.lesson WHERE curriculum_id = ${draft.id} AND slug = ${next.slug} AND id <> ${before.id}`,
    );
    if (taken)
      throw refuse("conflict", "academy.lesson_taken", "Another lesson has this address. Choose another.");
    await tx.execute(
      sql`INSERT INTO academy.lesson_revision (lesson_id, revision, title, blocks, saved_at, saved_by)
          SELECT id, revision, title, blocks, updated_at, updated_by FROM academy.lesson WHERE id = ${before.id}
          ON CONFLICT DO NOTHING`,
    );
    await tx.execute(
      sql`UPDATE academy.lesson SET slug = ${next.slug}, title = ${next.title}, summary = ${next.summary},
            minutes = ${next.minutes}, is_preview = ${next.isPreview}, completion = ${JSON.stringify(next.completion)},
            opening = ${JSON.stringify(next.opening)}, blocks = ${JSON.stringify(next.blocks)},
            revision = revision + 1, updated_at = ${now.toString()}, updated_by = ${actorPersonId(actor)}
          WHERE id = ${before.id}`,
    );
    return { revision: before.revision + 1 };
  },
});
