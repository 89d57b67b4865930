import { actorPersonId } from "#kernel/actor.ts";
import { linkUrl, makeLink } from "#kernel/auth/links.ts";
import type { Recipient } from "#kernel/auth/mails.ts";
import { sha256Hex } from "#kernel/ids.ts";
import { renderMail } from "#kernel/mail/render.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";

/** Makes a one-time link for a new person; the earlier one ends. */
export async function makeInvitation(
  { tx, config, actor, now }: CommandContext<unknown>,
  personId: string,
): Promise<{ url: string; expiresAt: string }> {
  const made = await makeLink(tx, { kind: "invitation", personId, createdBy: actorPersonId(actor), now });
  return { url: linkUrl(config, "invitation", made.token), expiresAt: made.expiresAt.toString() };
}

/** Mails a new person their link; the end of the link. */
export async function mailInvitation(context: CommandContext<unknown>, to: Recipient): Promise<string> {
  const { url, expiresAt } = await makeInvitation(context, to.personId);
  const { name: company } = await context.company();
  const words = renderMail({
    title: `Join ${company}`,
    paragraphs: [
      `You were invited to work with ${company}. Open this link to choose a password. It works once, for 7 days.`,
    ],
    action: { label: "Accept the invitation", href: url },
    footer: "If you did not expect this, you can leave it unopened.",
  });
  await context.mail.queue(context.tx, {
    ...words,
    to: to.email,
    toName: to.name,
    personId: to.personId,
    subject: `Join ${company}`,
    kind: "invitation",
    idempotencyKey: `invitation:${sha256Hex(url)}`,
  });
  return expiresAt;
}
