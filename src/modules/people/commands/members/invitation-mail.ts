import { linkUrl, makeLink } from "#kernel/auth/links.ts";
import { publicUrl } from "#kernel/config.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { sha256Hex } from "#kernel/ids.ts";
import type { Mail } from "#kernel/mail/message.ts";
import { renderMail } from "#kernel/mail/render.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { getAccount } from "#modules/people/accounts/account.ts";
import { newPerson } from "#modules/people/accounts/new-person.ts";
import { findPersonId, lockEmail } from "#modules/people/accounts/person-by-email.ts";
import type { LockedInvitation } from "#modules/people/memberships/lock-invitation.ts";

/** Whoever an address is; a stranger becomes a person who has proved nothing yet. */
async function inviteeId(
  { tx, now }: CommandContext<unknown>,
  invitation: LockedInvitation,
): Promise<string> {
  const { email, name } = invitation;
  await lockEmail(tx, email);
  const known = await findPersonId(tx, email);
  return known ?? newPerson(tx, { name: name || (email.split("@")[0] ?? email), email, now });
}

/** A customer who never came needs a way in first; it leads on to the invitation. Staff have ways of their own. */
async function addressOf(context: CommandContext<unknown>, personId: string, token: string): Promise<string> {
  const { tx, config, now } = context;
  const path = `/invitation?token=${token}`;
  const isNew = await firstRow(
    tx,
    sql`SELECT 1 FROM auth.person p WHERE p.id = ${personId} AND p.role IS NULL AND p.disabled_at IS NULL
        AND NOT EXISTS (SELECT FROM auth.account WHERE person_id = p.id)
        AND NOT EXISTS (SELECT FROM auth.passkey WHERE person_id = p.id)`,
  );
  if (!isNew) return `${publicUrl(config)}${path}`;
  const made = await makeLink(tx, { kind: "invitation", personId, createdBy: null, now });
  return `${linkUrl(config, "invitation", made.token)}&next=${encodeURIComponent(path)}`;
}

/** The mail of an invitation whose token is known for this instant alone. */
export async function invitationMail(
  context: CommandContext<unknown>,
  invitation: LockedInvitation,
  token: string,
): Promise<Mail & { personId: string }> {
  const { tx } = context;
  const personId = await inviteeId(context, invitation);
  const { name: account } = await getAccount(tx, invitation.accountId);
  const { name: company } = await context.company();
  const by = await firstRow<{ name: string }>(
    tx,
    sql`SELECT name FROM auth.person WHERE id = ${invitation.invitedBy}`,
  );
  const words = renderMail({
    title: `Join ${account} at ${company}`,
    paragraphs: [
      `${by ? `${by.name} invites you` : "You are invited"} to use what ${account} has at ${company}. The link works for 7 days.`,
    ],
    action: { label: "Open the invitation", href: await addressOf(context, personId, token) },
    footer: "If you did not expect this, you can leave it unopened: nothing happens without you.",
  });
  return {
    ...words,
    to: invitation.email,
    toName: invitation.name || undefined,
    personId,
    subject: `Join ${account} at ${company}`,
    kind: "account_invitation",
    idempotencyKey: `account_invitation:${sha256Hex(token)}`,
  };
}
