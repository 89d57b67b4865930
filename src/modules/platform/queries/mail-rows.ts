import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { MailSummary } from "#modules/platform/contract.ts";
import { isoInstant } from "#modules/platform/paging.ts";

/** A row of `kernel.mail` as selected by MAIL_COLUMNS. */
export interface MailRow {
  id: string;
  to_address: string;
  to_name: string | null;
  subject: string;
  kind: string;
  status: z.output<typeof MailSummary>["status"];
  attempts: number;
  error: string | null;
  attachment_count: number;
  created_at: string;
  sent_at: string | null;
}

export const MAIL_COLUMNS: SQL = sql`id, to_address, to_name, subject, kind, status, attempts, error, created_at, sent_at,
  cardinality(attachments) AS attachment_count`;

export const toMailSummary = (row: MailRow): z.output<typeof MailSummary> => ({
  mailId: row.id,
  to: row.to_address,
  toName: row.to_name,
  subject: row.subject,
  kind: row.kind,
  status: row.status,
  attempts: row.attempts,
  error: row.error,
  attachmentCount: row.attachment_count,
  createdAt: isoInstant(row.created_at),
  sentAt: row.sent_at && isoInstant(row.sent_at),
});
