import { randomBytes } from "node:crypto";
import { sql } from "#kernel/db/sql.ts";
import { sha256Hex } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { OneCourseInvitation, SentCourseInvitation } from "#modules/academy/contract/invitations.ts";
import { COURSE_INVITATION_HOURS, lockInvitation } from "#modules/academy/invitations/invitation-row.ts";
import { mailInvitation } from "#modules/academy/invitations/mail-invitation.ts";

/** Mails an invitation with a new link; the earlier one ends, the 14 days begin again. Errors: `academy.invitation_unknown`. */
export const sendCourseInvitation = defineCommand({
  name: "academy.send_course_invitation",
  title: "Mail an invitation to a course again",
  http: "POST /academy/invitations/:invitationId/mail",
  access: "academy:enrol",
  input: OneCourseInvitation,
  output: SentCourseInvitation,
  load: (tx, { invitationId }) => lockInvitation(tx, invitationId),
  run: async (context, invitation) => {
    const { tx, now } = context;
    const token = randomBytes(32).toString("base64url");
    const expiresAt = now.add({ hours: COURSE_INVITATION_HOURS }).toString();
    await tx.execute(
      sql`UPDATE academy.invitation SET token_sha256 = ${sha256Hex(token)}, expires_at = ${expiresAt}
          WHERE id = ${invitation.id}`,
    );
    const { title: courseTitle } = await getCourse(tx, invitation.course_id);
    await mailInvitation(context, { ...invitation, courseTitle }, token);
    return { invitationId: invitation.id, expiresAt };
  },
});
