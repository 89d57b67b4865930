import type { Config } from "#kernel/config.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { Enqueue } from "#kernel/jobs/enqueue.ts";
import { demandAttachable } from "#kernel/mail/attachments.ts";
import { type Mail, mailSchema } from "#kernel/mail/message.ts";
import { sendMail } from "#kernel/mail/send-mail.ts";

/** The house's post office. */
export interface Mailer {
  /**
   * Puts a mail into the outbox in the caller's transaction; it leaves after commit. The same `idempotencyKey`
   * gives the mail that is there already. Where no mail server is set, and in sandbox mode, it is `held`: readable
   * in the console, never sent by itself. Errors: `mail.invalid`, `mail.attachments_too_large`, `files.not_found`.
   */
  queue(tx: Tx, mail: Mail): Promise<{ mailId: string; status: "queued" | "held" | "known" }>;
}

/** True where mail can leave this installation. */
export const canSendMail = (config: Config): boolean =>
  config.CAIRN_SMTP_URL !== undefined && !config.CAIRN_SANDBOX;

function check(mail: Mail) {
  const parsed = mailSchema.safeParse(mail);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const words = issues.map((issue) => `${issue.path} ${issue.message}`).join("; ");
  throw refuse("invalid", "mail.invalid", `The mail cannot be sent as it is: ${words}.`, { issues });
}

/** Opens the post office of a process. */
export function createMailer(house: { config: Config; clock: Clock; enqueue: Enqueue }): Mailer {
  return {
    queue: async (tx, given) => {
      const mail = check(given);
      const attachments = mail.attachments ?? [];
      await demandAttachable(tx, attachments);
      const status = canSendMail(house.config) ? "queued" : "held";
      const row = await firstRow<{ id: string }>(
        tx,
        sql`INSERT INTO kernel.mail (id, idempotency_key, to_address, to_name, subject, text, html, headers,
              attachments, kind, person_id, status, created_at)
            VALUES (${newId()}, ${mail.idempotencyKey}, ${mail.to}, ${mail.toName ?? null}, ${mail.subject},
              ${mail.text}, ${mail.html ?? null}, ${JSON.stringify(mail.headers ?? {})}::jsonb,
              ${`{${attachments.join(",")}}`}::uuid[], ${mail.kind}, ${mail.personId ?? null}, ${status}, ${house.clock.now().toString()})
            ON CONFLICT (idempotency_key) DO NOTHING RETURNING id`,
      );
      if (!row) return { mailId: await knownMail(tx, mail.idempotencyKey), status: "known" };
      if (status === "queued") await house.enqueue(tx, sendMail, { mailId: row.id });
      return { mailId: row.id, status };
    },
  };
}

async function knownMail(tx: Tx, key: string): Promise<string> {
  const row = await firstRow<{ id: string }>(
    tx,
    sql`SELECT id FROM kernel.mail WHERE idempotency_key = ${key}`,
  );
  if (!row) throw new Error("A mail with this key was there a moment ago");
  return row.id;
}
