import { firstRow, sql } from "#kernel/db/sql.ts";
import { sha256Hex } from "#kernel/ids.ts";
import type { Mail } from "#kernel/mail/message.ts";
import { renderMail } from "#kernel/mail/render.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { getAccount } from "#modules/people/accounts/account.ts";
import { ensurePerson, wayIn } from "#modules/people/accounts/way-in.ts";
import type { LockedInvitation } from "#modules/people/memberships/lock-invitation.ts";

/** The mail of an invitation whose token is known for this instant alone. */
export async function invitationMail(
  context: CommandContext<unknown>,
  invitation: LockedInvitation,
  token: string,
): Promise<Mail & { personId: string }> {
  const { tx } = context;
  const personId = await ensurePerson(context, invitation);
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
    action: {
      label: "Open the invitation",
      href: await wayIn(context, { personId, path: `/invitation?token=${token}` }),
    },
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
