import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ownPersonId } from "#modules/people/own-person.ts";
import { OneEmail } from "#modules/people/contract/emails.ts";
import { isOneself } from "#modules/people/policy.ts";

/** Removes a further address; the one to sign in with stays. Errors: `people.email_unknown`. */
export const removeMyEmail = defineCommand({
  name: "people.remove_my_email",
  title: "Remove an e-mail address from my profile",
  http: "DELETE /account/emails/:email",
  access: "signed_in",
  input: OneEmail,
  output: OneEmail,
  allow: isOneself,
  run: async ({ tx, actor, input }) => {
    const removed = await firstRow(
      tx,
      sql`DELETE FROM people.email_address WHERE person_id = ${ownPersonId(actor)} AND email = ${input.email}
          RETURNING id`,
    );
    if (!removed)
      throw refuse("not_found", "people.email_unknown", "This is none of your further addresses.");
    return input;
  },
});
