import { z } from "zod";
import type { Actor } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { canSendMail } from "#kernel/mail/queue-mail.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MailDetail } from "#modules/platform/contract.ts";
import { MAIL_COLUMNS, type MailRow, toMailSummary } from "#modules/platform/queries/mail-rows.ts";

/** Kinds of mail whose link lets its reader in as somebody else. */
const KEYS_TO_THE_HOUSE = new Set(["sign_in_link", "password_reset", "invitation"]);

const SEALED = "This mail holds a link that lets a person in. Only an owner may read it here.";

/**
 * An administrator who could read an owner's sign-in link could become the owner, and so could a program that holds an
 * owner's token: it need only ask for the link.
 */
const mayRead = (actor: Actor, kind: string): boolean =>
  !KEYS_TO_THE_HOUSE.has(kind) ||
  actor.kind === "system" ||
  (actor.kind === "person" && actor.role === "owner");

type Attachment = z.output<typeof MailDetail>["attachments"][number];

/** The files that go with a mail, in their order. */
const attachmentsOf = (db: Db, mailId: string): Promise<Attachment[]> =>
  rows<Attachment>(
    db,
    sql`SELECT a.id AS "fileId", coalesce(f.name, 'Removed') AS name, coalesce(f.media_type, '') AS "mediaType", f.bytes
        FROM kernel.mail m CROSS JOIN unnest(m.attachments) WITH ORDINALITY AS a (id, place)
        LEFT JOIN kernel.file f ON f.id = a.id WHERE m.id = ${mailId} ORDER BY a.place`,
  );

/** One mail with its words and files; those that are keys to the house only for owners. Errors: `platform.mail_not_found`. */
export const getMail = defineQuery({
  name: "platform.get_mail",
  title: "Read a mail of the outbox",
  http: "GET /mail/:mailId",
  access: "platform:manage",
  input: z.object({ mailId: z.uuid() }),
  output: MailDetail,
  run: async ({ db, config, input, actor }) => {
    const row = await firstRow<MailRow & { text: string; html: string | null }>(
      db,
      sql`SELECT ${MAIL_COLUMNS}, text, html FROM kernel.mail WHERE id = ${input.mailId}`,
    );
    if (!row) throw refuse("not_found", "platform.mail_not_found", "There is no such mail.");
    const words = mayRead(actor, row.kind)
      ? { text: row.text, html: row.html }
      : { text: SEALED, html: null };
    const attachments = row.attachment_count > 0 ? await attachmentsOf(db, row.id) : [];
    return { ...toMailSummary(row), ...words, attachments, canSend: canSendMail(config) };
  },
});
