import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import {
  type Announcement,
  AnnouncementPage,
  ListAnnouncements,
} from "#modules/academy/contract/announcements.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";

type Item = z.output<typeof Announcement>;

const STATUS = sql`CASE WHEN n.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN n.published_at IS NOT NULL THEN 'published'
  ELSE 'planned' END`;

/** Announcements as staff see them; `where` narrows, the rest orders and limits. */
export const readAnnouncements = (db: Db, where: ReturnType<typeof sql>): Promise<Item[]> =>
  rows<Item>(
    db,
    sql`SELECT n.id AS "announcementId", n.course_id AS "courseId", c.slug AS "courseSlug", c.title AS "courseTitle",
          h.title AS "cohortTitle", n.title, n.body, n.by_mail AS "byMail", ${STATUS} AS status,
          to_jsonb(n.publish_at) AS "publishAt", to_jsonb(n.published_at) AS "publishedAt", n.version, p.name AS "byName"
        FROM academy.announcement n JOIN academy.course c ON c.id = n.course_id
          LEFT JOIN academy.cohort h ON h.id = n.cohort_id LEFT JOIN auth.person p ON p.id = n.created_by
        WHERE true ${where}`,
  );

/** Announcements, the one that goes out last first. Errors: `academy.cursor_unknown`. */
export const listAnnouncements = defineQuery({
  name: "academy.list_announcements",
  title: "List announcements",
  http: "GET /academy/announcements",
  access: "academy:read",
  input: ListAnnouncements,
  output: AnnouncementPage,
  run: async ({ db, input }) => {
    const after = readCursor(input.cursor, 2);
    const found = readAnnouncements(
      db,
      sql`${input.course ? sql`AND c.slug = ${input.course}` : sql``}
          ${input.status ? sql`AND ${STATUS} = ${input.status}` : sql``}
          ${input.q ? sql`AND strpos(lower(n.title), lower(${input.q})) > 0` : sql``}
          ${after ? sql`AND (n.publish_at, n.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
          ORDER BY n.publish_at DESC, n.id DESC LIMIT ${input.limit + 1}`,
    );
    return pageOf(found, input.limit, ({ publishAt, announcementId }) => [publishAt, announcementId]);
  },
});
