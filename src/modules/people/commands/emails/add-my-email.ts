import { randomBytes } from "node:crypto";
import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { publicUrl } from "#kernel/config.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId, sha256Hex } from "#kernel/ids.ts";
import { renderMail } from "#kernel/mail/render.ts";
import { type CommandContext, defineCommand } from "#kernel/operation/operation.ts";
import { OneEmail } from "#modules/people/contract/emails.ts";
import { isOneself } from "#modules/people/policy.ts";
import { ownPersonId } from "#modules/people/own-person.ts";

const LINK_HOURS = 24;
const MOST = 10;

async function refuseTooMany(tx: Tx, personId: string): Promise<void> {
  const row = await firstRow<{ n: number }>(
    tx,
    sql`SELECT count(*)::int AS n FROM people.email_address WHERE person_id = ${personId}`,
  );
  if ((row?.n ?? 0) >= MOST)
    throw refuse(
      "conflict",
      "people.emails_full",
      `You may have ${MOST} further addresses. Remove one first.`,
    );
}

async function mailLink(context: CommandContext<unknown>, email: string, token: string): Promise<void> {
  const { tx, config, mail, actor } = context;
  const { name: company } = await context.company();
  const words = renderMail({
    title: "Is this your address?",
    paragraphs: [
      `Open this link to use this address with ${company} as well. It works for ${LINK_HOURS} hours.`,
    ],
    action: { label: "Yes, it is mine", href: `${publicUrl(config)}/account/emails/verify?token=${token}` },
    footer: "If you did not ask for this, you can leave it unopened: nothing happens without you.",
  });
  await mail.queue(tx, {
    ...words,
    to: email,
    personId: actorPersonId(actor) ?? undefined,
    subject: `Is this your address? · ${company}`,
    kind: "email_verification",
    idempotencyKey: `email_verification:${sha256Hex(token)}`,
  });
}

/**
 * Adds a further address; it counts once its link was opened. Says the same whether or not it is somebody's already.
 * Added again, a new link is mailed. Errors: `people.emails_full`.
 */
export const addMyEmail = defineCommand({
  name: "people.add_my_email",
  title: "Add an e-mail address to my profile",
  http: "POST /account/emails",
  access: "signed_in",
  input: OneEmail,
  output: OneEmail.extend({ expiresAt: z.string() }),
  allow: isOneself,
  run: async (context) => {
    const { tx, now, actor, input } = context;
    const personId = ownPersonId(actor);
    await tx.execute(sql`SELECT id FROM auth.person WHERE id = ${personId} FOR NO KEY UPDATE`);
    await refuseTooMany(tx, personId);
    const token = randomBytes(32).toString("base64url");
    const expiresAt = now.add({ hours: LINK_HOURS }).toString();
    const row = await firstRow(
      tx,
      sql`INSERT INTO people.email_address AS e (id, person_id, email, token_sha256, token_expires_at, added_at)
          SELECT ${newId()}, id, ${input.email}, ${sha256Hex(token)}, ${expiresAt}::timestamptz,
                 ${now.toString()}::timestamptz
          FROM auth.person WHERE id = ${personId} AND email <> ${input.email}
          ON CONFLICT (person_id, email) DO UPDATE
            SET token_sha256 = excluded.token_sha256, token_expires_at = excluded.token_expires_at
            WHERE e.verified_at IS NULL
          RETURNING id`,
    );
    if (row) await mailLink(context, input.email, token);
    return { email: input.email, expiresAt };
  },
});
