import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { renderMail } from "#kernel/mail/render.ts";
import { type CommandContext, defineCommand } from "#kernel/operation/operation.ts";
import { lockEmail } from "#modules/people/accounts/person-by-email.ts";
import { personUnknown } from "#modules/people/accounts/person-exists.ts";
import { OneEmail } from "#modules/people/contract/emails.ts";
import { isOneself } from "#modules/people/policy.ts";
import { ownPersonId } from "#modules/people/own-person.ts";

interface Before {
  name: string;
  email: string;
  isVerified: boolean;
}

/** Tells the earlier address, so that its owner notices when it was not they. */
async function tell(context: CommandContext<unknown>, personId: string, before: Before): Promise<void> {
  const { name: company } = await context.company();
  await context.mail.queue(context.tx, {
    ...renderMail({
      title: "You sign in with another address now",
      paragraphs: [
        `From now on another of your addresses is the one you sign in to ${company} with.`,
        "If this was not you, answer this mail at once.",
      ],
    }),
    to: before.email,
    toName: before.name || undefined,
    personId,
    subject: `You sign in to ${company} with another address now`,
    kind: "security_notice",
    idempotencyKey: `security_notice:${newId()}`,
  });
}

/** Signs in with a further, proved address from now on; the earlier one stays as a further one. Errors: `people.email_unknown`. */
export const makeMyEmailPrimary = defineCommand({
  name: "people.make_my_email_primary",
  title: "Choose the e-mail address I sign in with",
  http: "POST /account/emails/primary",
  access: "signed_in",
  input: OneEmail,
  output: OneEmail,
  allow: isOneself,
  run: async (context) => {
    const { tx, now, actor, input } = context;
    const personId = ownPersonId(actor);
    await lockEmail(tx, input.email);
    const before = await firstRow<Before>(
      tx,
      sql`SELECT name, email, email_verified AS "isVerified" FROM auth.person WHERE id = ${personId} FOR UPDATE`,
    );
    if (!before) throw personUnknown();
    const taken = await firstRow(
      tx,
      sql`DELETE FROM people.email_address
          WHERE person_id = ${personId} AND email = ${input.email} AND verified_at IS NOT NULL RETURNING id`,
    );
    if (!taken)
      throw refuse(
        "not_found",
        "people.email_unknown",
        "This is none of your proved addresses. Prove it first.",
      );
    const at = now.toString();
    await tx.execute(
      sql`INSERT INTO people.email_address (id, person_id, email, added_at, verified_at)
          VALUES (${newId()}, ${personId}, ${before.email}, ${at}, ${before.isVerified ? at : null})`,
    );
    await tx.execute(
      sql`UPDATE auth.person SET email = ${input.email}, email_verified = true, updated_at = ${at} WHERE id = ${personId}`,
    );
    await tell(context, personId, before);
    return input;
  },
});
