import { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { isAppError } from "#kernel/errors.ts";
import { defineJob, type JobContext } from "#kernel/jobs/job.ts";
import { type MailAttachment, readAttachments } from "#kernel/mail/attachments.ts";
import { waitAfter } from "#kernel/mail/retry.ts";
import { type OutgoingMail, type SmtpOutcome, sendBySmtp } from "#kernel/mail/smtp.ts";

interface MailRow {
  id: string;
  to_address: string;
  to_name: string | null;
  subject: string;
  text: string;
  html: string | null;
  headers: Record<string, string>;
  attempts: number;
  created_at: string;
}

/**
 * Marks the mail as on its way before anything leaves. A mail found on its way belongs to a try that died: the
 * server may have it, so it becomes `unknown` and only a person sends it again.
 */
async function take(db: Db, mailId: string, messageId: string): Promise<MailRow | undefined> {
  const taken = await firstRow<MailRow>(
    db,
    sql`UPDATE kernel.mail SET status = 'sending', attempts = attempts + 1, message_id = ${messageId}
        WHERE id = ${mailId} AND status = 'queued'
        RETURNING id, to_address, to_name, subject, text, html, headers, attempts, created_at`,
  );
  if (!taken)
    await db.execute(
      sql`UPDATE kernel.mail SET status = 'unknown',
            error = 'Sending was interrupted; the mail server may have taken it.'
          WHERE id = ${mailId} AND status = 'sending'`,
    );
  return taken;
}

// One id for all tries, so that a receiver can tell a second copy for what it is.
const messageIdOf = (mailId: string, from: string): string =>
  `<${mailId}@${/@([\w.-]+)/.exec(from)?.[1] ?? "localhost"}>`;

/**
 * The files of a mail that waits; undefined, and the mail failed, when one is not stored any more. Read before the mail is
 * marked as on its way: a store that does not answer is a reason to try again.
 */
async function filesOf({ db, files }: JobContext, mailId: string): Promise<MailAttachment[] | undefined> {
  const row = await firstRow<{ attachments: string[] }>(
    db,
    sql`SELECT to_jsonb(attachments) AS attachments FROM kernel.mail WHERE id = ${mailId} AND status = 'queued'`,
  );
  try {
    return await readAttachments(db, files, row?.attachments ?? []);
  } catch (error) {
    if (!isAppError(error)) throw error;
    await db.execute(
      sql`UPDATE kernel.mail SET status = 'failed', error = 'A file of this mail is not stored any more.'
          WHERE id = ${mailId} AND status = 'queued'`,
    );
    return undefined;
  }
}

function outgoing(row: MailRow, from: string, attachments: MailAttachment[]): OutgoingMail {
  return {
    from,
    to: { name: row.to_name ?? "", address: row.to_address },
    subject: row.subject,
    text: row.text,
    html: row.html ?? undefined,
    headers: row.headers,
    attachments,
    messageId: messageIdOf(row.id, from),
    date: Temporal.Instant.from(row.created_at),
  };
}

async function settle(context: JobContext, mail: MailRow, outcome: SmtpOutcome): Promise<void> {
  const { db, now } = context;
  const wait = outcome.result === "retry" ? waitAfter(mail.attempts) : undefined;
  const status = outcome.result === "retry" ? (wait ? "queued" : "failed") : outcome.result;
  await db.transaction(async (tx) => {
    await tx.execute(
      sql`UPDATE kernel.mail
          SET status = ${status}, error = ${outcome.result === "sent" ? null : outcome.error},
              sent_at = ${outcome.result === "sent" ? now.toString() : null}
          WHERE id = ${mail.id} AND status IN ('sending', 'unknown')`,
    );
    if (wait)
      await context.runtime().enqueue(tx, sendMail, { mailId: mail.id }, { startAfter: now.add(wait) });
  });
}

/** Hands one mail of the outbox to the mail server; at most once, whatever dies when. */
export const sendMail = defineJob({
  name: "platform.send_mail",
  title: "Send a mail",
  input: z.object({ mailId: z.uuid() }),
  // Longer than every timeout on the line together: a job that is tried again is surely not sending any more.
  expireInSeconds: 300,
  run: async (context, { mailId }) => {
    const { config, db } = context;
    if (!config.CAIRN_SMTP_URL || config.CAIRN_SANDBOX) {
      await db.execute(
        sql`UPDATE kernel.mail SET status = 'held' WHERE id = ${mailId} AND status = 'queued'`,
      );
      return;
    }
    const from = config.CAIRN_MAIL_FROM;
    const attachments = await filesOf(context, mailId);
    const mail = attachments && (await take(db, mailId, messageIdOf(mailId, from)));
    if (!mail) return;
    await settle(context, mail, await sendBySmtp(config.CAIRN_SMTP_URL, outgoing(mail, from, attachments)));
  },
});
