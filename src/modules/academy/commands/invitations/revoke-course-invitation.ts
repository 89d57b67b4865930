import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { OneCourseInvitation } from "#modules/academy/contract/invitations.ts";
import { lockInvitation } from "#modules/academy/invitations/invitation-row.ts";

/** Takes an invitation to a course back: its link ends. Errors: `academy.invitation_unknown`. */
export const revokeCourseInvitation = defineCommand({
  name: "academy.revoke_course_invitation",
  title: "Take back an invitation to a course",
  http: "DELETE /academy/invitations/:invitationId",
  access: "academy:enrol",
  input: OneCourseInvitation,
  output: OneCourseInvitation,
  load: (tx, { invitationId }) => lockInvitation(tx, invitationId),
  run: async ({ tx, now, input }, invitation) => {
    await tx.execute(
      sql`UPDATE academy.invitation SET revoked_at = ${now.toString()} WHERE id = ${invitation.id}`,
    );
    return input;
  },
});
