import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import {
  type CourseInvitation,
  CourseInvitationPage,
  ListCourseInvitations,
} from "#modules/academy/contract/invitations.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";

type Item = z.output<typeof CourseInvitation>;

const standing = (now: string) => sql`CASE WHEN i.accepted_at IS NOT NULL THEN 'accepted'
  WHEN i.revoked_at IS NOT NULL THEN 'revoked' WHEN i.expires_at > ${now} THEN 'open' ELSE 'expired' END`;

/** Invitations to courses, the newest first. Errors: `academy.cursor_unknown`. */
export const listCourseInvitations = defineQuery({
  name: "academy.list_course_invitations",
  title: "List invitations to courses",
  http: "GET /academy/invitations",
  access: "academy:read",
  input: ListCourseInvitations,
  output: CourseInvitationPage,
  run: async ({ db, now, input }) => {
    const after = readCursor(input.cursor, 2);
    const status = standing(now.toString());
    const found = rows<Item>(
      db,
      sql`SELECT i.id AS "invitationId", i.email, i.name, c.slug AS "courseSlug", c.title AS "courseTitle",
            h.title AS "cohortTitle", ${status} AS status, to_jsonb(i.invited_at) AS "invitedAt",
            to_jsonb(i.expires_at) AS "expiresAt", i.enrollment_id AS "enrollmentId"
          FROM academy.invitation i JOIN academy.course c ON c.id = i.course_id
            LEFT JOIN academy.cohort h ON h.id = i.cohort_id
          WHERE i.email NOT LIKE 'erased-%'
            ${input.course ? sql`AND c.slug = ${input.course}` : sql``}
            ${input.status ? sql`AND ${status} = ${input.status}` : sql``}
            ${input.q ? sql`AND (strpos(lower(i.name), lower(${input.q})) > 0 OR strpos(lower(i.email), lower(${input.q})) > 0)` : sql``}
            ${after ? sql`AND (i.invited_at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
          ORDER BY i.invited_at DESC, i.id DESC LIMIT ${input.limit + 1}`,
    );
    return pageOf(found, input.limit, (item) => [item.invitedAt, item.invitationId]);
  },
});
