import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { sha256Hex } from "#kernel/ids.ts";
import { renderMail } from "#kernel/mail/render.ts";
import { ensurePerson, wayIn } from "#modules/people/index.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";

/** Mails the link of an invitation; its token is known for this instant alone. */
export async function mailInvitation(
  ctx: AcademyContext,
  invitation: { email: string; name: string; courseTitle: string },
  token: string,
): Promise<void> {
  const { tx } = ctx;
  const { email, name, courseTitle } = invitation;
  const personId = await ensurePerson(ctx, { email, name });
  const { name: company } = await ctx.company();
  const by = await firstRow<{ name: string }>(
    tx,
    sql`SELECT name FROM auth.person WHERE id = ${actorPersonId(ctx.actor)}`,
  );
  const subject = `Take the course ${courseTitle} at ${company}`;
  await ctx.mail.queue(tx, {
    ...renderMail({
      title: subject,
      paragraphs: [
        `${by ? `${by.name} invites you` : "You are invited"} to take ${courseTitle}. It costs you nothing. The invitation is good for 14 days.`,
      ],
      action: {
        label: "Open the invitation",
        href: await wayIn(ctx, { personId, path: `/learn/invitations/accept?token=${token}` }),
      },
      footer: "If you did not expect this, you can leave it unopened: nothing happens without you.",
    }),
    to: email,
    toName: name || undefined,
    subject,
    kind: "course_invitation",
    personId,
    idempotencyKey: `course_invitation:${sha256Hex(token)}`,
  });
}
