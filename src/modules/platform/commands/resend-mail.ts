import { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { canSendMail } from "#kernel/mail/queue-mail.ts";
import { sendMail } from "#kernel/mail/send-mail.ts";
import { defineCommand } from "#kernel/operation/operation.ts";

/**
 * Sends a mail that waits for a person: held, failed, or of unknown fate.
 * Errors: `platform.mail_not_found`, `platform.mail_not_waiting`, `platform.mail_not_configured`.
 */
export const resendMail = defineCommand({
  name: "platform.resend_mail",
  title: "Send a held or failed mail",
  http: "POST /mail/:mailId/sending",
  access: "platform:manage",
  confirm: true,
  input: z.object({ mailId: z.uuid() }),
  output: z.object({ mailId: z.uuid(), status: z.literal("queued") }),
  load: async (tx, { mailId }) => {
    const mail = await firstRow<{ status: string }>(
      tx,
      sql`SELECT status FROM kernel.mail WHERE id = ${mailId} FOR UPDATE`,
    );
    if (!mail) throw refuse("not_found", "platform.mail_not_found", "There is no such mail.");
    return mail;
  },
  run: async ({ tx, config, enqueue, input: { mailId } }, { status }) => {
    if (!canSendMail(config))
      throw refuse(
        "unavailable",
        "platform.mail_not_configured",
        "No mail can leave here. Set CAIRN_SMTP_URL, and leave sandbox mode.",
      );
    if (!["held", "failed", "unknown"].includes(status))
      throw refuse(
        "conflict",
        "platform.mail_not_waiting",
        `This mail is ${status}; there is nothing to send again.`,
      );
    await tx.execute(
      sql`UPDATE kernel.mail SET status = 'queued', attempts = 0, error = NULL WHERE id = ${mailId}`,
    );
    await enqueue(sendMail, { mailId });
    return { mailId, status: "queued" as const };
  },
});
