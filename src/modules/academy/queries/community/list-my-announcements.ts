import type { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCourseBySlug } from "#modules/academy/authoring/course-row.ts";
import { MyAnnouncements, MyAnnouncementsOf } from "#modules/academy/contract/announcements.ts";
import { demandLearning, getMyEnrollment } from "#modules/academy/learning/enrollment.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";

type Item = z.output<typeof MyAnnouncements>["items"][number];

/** Announcements of a course one takes, the newest first. Errors: `academy.not_enrolled`, `academy.enrollment_closed`. */
export const listMyAnnouncements = defineQuery({
  name: "academy.list_my_announcements",
  title: "List announcements of a course I take",
  http: "GET /learn/courses/:course/announcements",
  access: "customer",
  input: MyAnnouncementsOf,
  output: MyAnnouncements,
  run: async ({ db, actor, input }) => {
    const enrollment = await getMyEnrollment(db, {
      courseSlug: input.course,
      personId: actorPersonId(actor),
    });
    demandLearning(enrollment);
    const after = readCursor(input.cursor, 2);
    const found = rows<Item>(
      db,
      sql`SELECT n.id AS "announcementId", n.title, n.body, to_jsonb(n.published_at) AS "publishedAt",
            CASE WHEN n.version > 1 AND n.changed_at > n.published_at THEN to_jsonb(n.changed_at) END AS "editedAt"
          FROM academy.announcement n
          WHERE n.course_id = ${enrollment.course_id} AND (n.cohort_id IS NULL OR n.cohort_id = ${enrollment.cohort_id})
            AND n.published_at IS NOT NULL AND n.withdrawn_at IS NULL
            ${after ? sql`AND (n.published_at, n.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
          ORDER BY n.published_at DESC, n.id DESC LIMIT ${input.limit + 1}`,
    );
    const page = await pageOf(found, input.limit, ({ publishedAt, announcementId }) => [
      publishedAt,
      announcementId,
    ]);
    const course = await getCourseBySlug(db, input.course);
    const off = await firstRow(
      db,
      sql`SELECT 1 FROM academy.announcement_opt_out
          WHERE person_id = ${enrollment.person_id} AND course_id = ${enrollment.course_id}`,
    );
    return { courseTitle: course.title, byMail: off === undefined, ...page };
  },
});
