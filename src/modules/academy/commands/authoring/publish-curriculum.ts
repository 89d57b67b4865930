import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { findDraft } from "#modules/academy/authoring/draft.ts";
import { PublishCurriculum, PublishedCurriculum } from "#modules/academy/contract/authoring.ts";
import { CurriculumPublished } from "#modules/academy/events/authoring.ts";

/**
 * Puts the draft in force for who begins from now on. Who is in the middle of an older version stays there.
 * Errors: `academy.nothing_to_publish`, `academy.course_archived`, `academy.curriculum_empty`.
 */
export const publishCurriculum = defineCommand({
  name: "academy.publish_curriculum",
  title: "Publish the draft of a course",
  http: "POST /academy/courses/:courseId/publication",
  access: "academy:write",
  confirm: true,
  input: PublishCurriculum,
  output: PublishedCurriculum,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now, actor, emit }, course) => {
    if (course.status === "archived")
      throw refuse("conflict", "academy.course_archived", "This course is archived. Restore it first.");
    const draft = await findDraft(tx, course.id);
    if (!draft)
      throw refuse("conflict", "academy.nothing_to_publish", "Nothing was changed since the last version.");
    const lesson = await firstRow(
      tx,
      sql`SELECT 1 FROM academy.lesson WHERE curriculum_id = ${draft.id} LIMIT 1`,
    );
    if (!lesson)
      throw refuse("conflict", "academy.curriculum_empty", "The draft has no lesson yet. Add one first.");
    await tx.execute(
      sql`UPDATE academy.curriculum SET status = 'retired' WHERE course_id = ${course.id} AND status = 'published'`,
    );
    await tx.execute(
      sql`UPDATE academy.curriculum SET status = 'published', published_at = ${now.toString()}, note = ${input.note},
            published_by = ${actorPersonId(actor)}, publish_at = NULL WHERE id = ${draft.id}`,
    );
    await tx.execute(
      sql`UPDATE academy.course SET status = 'published', published_at = coalesce(published_at, ${now.toString()}),
            version = version + 1 WHERE id = ${course.id}`,
    );
    const published = { curriculumId: draft.id, number: draft.number };
    await emit(CurriculumPublished, { courseId: course.id, slug: course.slug, ...published });
    return published;
  },
});
