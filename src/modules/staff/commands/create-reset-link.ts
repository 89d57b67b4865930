import { actorPersonId } from "#kernel/actor.ts";
import { linkUrl, makeLink } from "#kernel/auth/links.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { z } from "zod";
import { defineCommand } from "#kernel/operation/operation.ts";
import { Email, OneTimeLink } from "#modules/staff/contract.ts";
import { canMakeLink, type Subject } from "#modules/staff/policy.ts";

/** Shows a link that sets a person's password anew. Errors: `staff.person_unknown`. */
export const createResetLink = defineCommand({
  name: "staff.create_reset_link",
  title: "Make a link that sets a new password",
  http: "POST /reset-links",
  access: "staff:manage",
  secretOutput: true,
  input: z
    .object({ personId: z.uuid().optional(), email: Email.optional() })
    .refine(({ personId, email }) => (personId === undefined) !== (email === undefined), {
      path: ["email"],
      message: "Say whose: by id or by address",
    }),
  output: OneTimeLink,
  load: async (tx, input): Promise<Subject> => {
    const whom = input.personId ? sql`id = ${input.personId}` : sql`email = ${input.email}`;
    const person = await firstRow<Subject>(
      tx,
      sql`SELECT id AS "personId", role FROM auth.person WHERE ${whom} AND disabled_at IS NULL FOR UPDATE`,
    );
    if (!person)
      throw refuse("not_found", "staff.person_unknown", "There is nobody of this address who can sign in.");
    return person;
  },
  allow: canMakeLink,
  run: async ({ tx, config, actor, now }, { personId }) => {
    const made = await makeLink(tx, {
      kind: "password_reset",
      personId,
      createdBy: actorPersonId(actor),
      now,
    });
    return {
      personId,
      url: linkUrl(config, "password_reset", made.token),
      expiresAt: made.expiresAt.toString(),
    };
  },
});
