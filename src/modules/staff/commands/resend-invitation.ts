import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { mailInvitation } from "#modules/staff/commands/mail-invitation.ts";
import { Invitation, OnePerson } from "#modules/staff/contract.ts";
import { canManage } from "#modules/staff/policy.ts";
import { lockPerson } from "#modules/staff/queries/lock-person.ts";

/** Mails an invited person a new link; the earlier one ends. Errors: `staff.person_unknown`, `staff.not_invited`. */
export const resendInvitation = defineCommand({
  name: "staff.resend_invitation",
  title: "Mail an invitation again",
  http: "POST /people/:personId/invitation",
  access: "staff:manage",
  confirm: true,
  input: OnePerson,
  output: Invitation,
  load: lockPerson,
  allow: (actor, person) => canManage(actor, person),
  run: async (context, person) => {
    if (person.status !== "invited")
      throw refuse(
        "conflict",
        "staff.not_invited",
        "This person has joined already, or cannot sign in. There is no invitation to send.",
      );
    return { personId: person.personId, expiresAt: await mailInvitation(context, person) };
  },
});
