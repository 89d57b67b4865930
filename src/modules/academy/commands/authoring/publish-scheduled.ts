import { firstRow, sql } from "#kernel/db/sql.ts";
import { AppError } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { publishDraft } from "#modules/academy/authoring/publish-draft.ts";
import { PublishedScheduled, PublishScheduled } from "#modules/academy/contract/authoring-versions.ts";
import { PublicationFailed } from "#modules/academy/events/authoring.ts";

/**
 * Puts a draft in force whose time has come, once. A draft that has to be mended first stays a draft, is not tried again,
 * and `academy.publication_failed` says why. Errors: `academy.course_unknown`.
 */
export const publishScheduled = defineCommand({
  name: "academy.publish_scheduled",
  title: "Publish a draft whose time has come",
  http: "POST /academy/courses/:courseId/scheduled-publication/run",
  access: "academy:write",
  input: PublishScheduled,
  output: PublishedScheduled,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async (context, course) => {
    const { tx, now, emit } = context;
    const due = await firstRow<{ id: string; note: string }>(
      tx,
      sql`SELECT id, note FROM academy.curriculum
          WHERE course_id = ${course.id} AND status = 'draft' AND publish_at <= ${now.toString()}`,
    );
    if (!due) return { isPublished: false };
    try {
      await publishDraft(context, course, due.note);
      return { isPublished: true };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await tx.execute(sql`UPDATE academy.curriculum SET publish_at = NULL WHERE id = ${due.id}`);
      await emit(PublicationFailed, {
        courseId: course.id,
        slug: course.slug,
        curriculumId: due.id,
        code: error.code,
        reason: error.message,
      });
      return { isPublished: false };
    }
  },
});
