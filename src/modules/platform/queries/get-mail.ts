import { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { canSendMail } from "#kernel/mail/queue-mail.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MailDetail } from "#modules/platform/contract.ts";
import { MAIL_COLUMNS, type MailRow, toMailSummary } from "#modules/platform/queries/mail-rows.ts";

/** One mail with its words. Errors: `platform.mail_not_found`. */
export const getMail = defineQuery({
  name: "platform.get_mail",
  title: "Read a mail of the outbox",
  http: "GET /mail/:mailId",
  access: "platform:manage",
  input: z.object({ mailId: z.uuid() }),
  output: MailDetail,
  run: async ({ db, config, input }) => {
    const row = await firstRow<MailRow & { text: string; html: string | null }>(
      db,
      sql`SELECT ${MAIL_COLUMNS}, text, html FROM kernel.mail WHERE id = ${input.mailId}`,
    );
    if (!row) throw refuse("not_found", "platform.mail_not_found", "There is no such mail.");
    return { ...toMailSummary(row), text: row.text, html: row.html, canSend: canSendMail(config) };
  },
});
