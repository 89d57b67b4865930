import { addPerson } from "#kernel/auth/people.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { mailInvitation } from "#modules/staff/commands/mail-invitation.ts";
import { Invitation, NewPerson } from "#modules/staff/contract.ts";
import { PersonInvited } from "#modules/staff/events.ts";
import { canGiveRole } from "#modules/staff/policy.ts";

/** Adds a person and mails them a one-time link to choose a password. Errors: `auth.email_taken`. */
export const invitePerson = defineCommand({
  name: "staff.invite_person",
  title: "Invite a person by mail",
  http: "POST /invitations",
  access: "staff:manage",
  confirm: true,
  input: NewPerson,
  output: Invitation,
  allow: (actor, _loaded, { role }) => canGiveRole(actor, role),
  run: async (context) => {
    const { tx, input, now, emit } = context;
    const personId = await addPerson(tx, { ...input, now });
    const expiresAt = await mailInvitation(context, { personId, name: input.name, email: input.email });
    await emit(PersonInvited, { personId, role: input.role });
    return { personId, expiresAt };
  },
});
