import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MailStatus, MailSummary, Paging, pageOf } from "#modules/platform/contract.ts";
import { toPage } from "#modules/platform/paging.ts";
import { MAIL_COLUMNS, type MailRow, toMailSummary } from "#modules/platform/queries/mail-rows.ts";

/** The outbox, newest first; `text` is looked for in address and subject. */
export const listMail = defineQuery({
  name: "platform.list_mail",
  title: "List the outbox",
  http: "GET /mail",
  access: "platform:manage",
  input: Paging.extend({
    status: MailStatus.optional(),
    kind: z.string().max(60).optional(),
    text: z.string().max(200).optional(),
  }),
  output: pageOf(MailSummary),
  run: async ({ db, input: { limit, cursor, status, kind, text } }) => {
    const found = await rows<MailRow>(
      db,
      sql`SELECT ${MAIL_COLUMNS} FROM kernel.mail
          WHERE ${cursor ? sql`id < ${cursor}` : sql`true`}
            AND ${status ? sql`status = ${status}` : sql`true`}
            AND ${kind ? sql`kind = ${kind}` : sql`true`}
            AND ${text ? sql`position(lower(${text}) in lower(to_address || ' ' || coalesce(to_name, '') || ' ' || subject)) > 0` : sql`true`}
          ORDER BY id DESC LIMIT ${limit + 1}`,
    );
    return toPage(found.map(toMailSummary), limit, (mail) => mail.mailId);
  },
});
