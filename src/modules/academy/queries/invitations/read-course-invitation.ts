import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { CourseInvitationToken, ReadCourseInvitation } from "#modules/academy/contract/invitations.ts";
import { courseInvitationOver, findInvitation } from "#modules/academy/invitations/invitation-row.ts";

/** What an invitation is for, to whoever has its link. Errors: `academy.invitation_over`. */
export const readCourseInvitation = defineQuery({
  name: "academy.read_course_invitation",
  title: "Read an invitation to a course by its link",
  http: "GET /learn/invitation",
  access: "public",
  input: CourseInvitationToken,
  output: ReadCourseInvitation,
  run: async ({ db, now, input }) => {
    const invitation = await findInvitation(db, { token: input.token, now });
    const course = await firstRow<{ slug: string; title: string; summary: string }>(
      db,
      sql`SELECT slug, title, summary FROM academy.course WHERE id = ${invitation.course_id}`,
    );
    if (!course) throw courseInvitationOver();
    return {
      courseSlug: course.slug,
      courseTitle: course.title,
      summary: course.summary,
      email: invitation.email,
      expiresAt: invitation.expires_at,
    };
  },
});
