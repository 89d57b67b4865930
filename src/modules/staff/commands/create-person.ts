import { addPerson } from "#kernel/auth/people.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { makeInvitation } from "#modules/staff/commands/mail-invitation.ts";
import { NewPerson, OneTimeLink } from "#modules/staff/contract.ts";
import { PersonInvited } from "#modules/staff/events.ts";
import { canGiveRole, canMakeLink } from "#modules/staff/policy.ts";

/** Adds a person and shows their one-time link instead of mailing it. Errors: `auth.email_taken`. */
export const createPerson = defineCommand({
  name: "staff.create_person",
  title: "Add a person and show their one-time link",
  http: "POST /people",
  access: "staff:manage",
  secretOutput: true,
  input: NewPerson,
  output: OneTimeLink,
  allow: (actor, _loaded, { role }) => canGiveRole(actor, role) && canMakeLink(actor, { personId: "", role }),
  run: async (context) => {
    const { tx, input, now, emit } = context;
    const personId = await addPerson(tx, { ...input, now });
    await emit(PersonInvited, { personId, role: input.role });
    return { personId, ...(await makeInvitation(context, personId)) };
  },
});
