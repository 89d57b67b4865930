import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { sha256Hex } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { findPersonId, lockEmail } from "#modules/people/accounts/person-by-email.ts";
import { EmailToken, OneEmail } from "#modules/people/contract/emails.ts";
import { EmailVerified } from "#modules/people/events/persons.ts";
import { isOneself } from "#modules/people/policy.ts";
import { ownPersonId } from "#modules/people/own-person.ts";

const linkOver = () =>
  refuse(
    "gone",
    "people.email_link_over",
    "This link was used already or is too old. Add the address again.",
  );

/** Proves a further address by its link, as the person who added it. Errors: `people.email_link_over`, `people.email_taken`. */
export const verifyMyEmail = defineCommand({
  name: "people.verify_my_email",
  title: "Prove that an e-mail address is mine",
  http: "POST /account/emails/verification",
  access: "signed_in",
  input: EmailToken,
  output: OneEmail,
  allow: isOneself,
  run: async ({ tx, now, actor, emit, input }) => {
    const personId = ownPersonId(actor);
    const found = await firstRow<{ id: string; email: string }>(
      tx,
      sql`SELECT id, email FROM people.email_address
          WHERE token_sha256 = ${sha256Hex(input.token)} AND person_id = ${personId} AND verified_at IS NULL
            AND token_expires_at > ${now.toString()}
          FOR UPDATE`,
    );
    if (!found) throw linkOver();
    await lockEmail(tx, found.email);
    // Whoever opened the link has the mailbox, so they may know.
    if (await findPersonId(tx, found.email))
      throw refuse(
        "conflict",
        "people.email_taken",
        "This address belongs to another sign-in. Ask us to bring the two together.",
      );
    await tx.execute(
      sql`UPDATE people.email_address
          SET verified_at = ${now.toString()}, token_sha256 = NULL, token_expires_at = NULL
          WHERE id = ${found.id}`,
    );
    await emit(EmailVerified, { personId });
    return { email: found.email };
  },
});
