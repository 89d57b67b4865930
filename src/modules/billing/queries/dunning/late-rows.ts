import { sql } from "#kernel/db/sql.ts";
import type { DunningView } from "#modules/billing/contract/dunning.ts";

/** A late invoice as it is read; how many reminders there are comes from the settings. */
export type LateRow = Omit<DunningView, "steps">;

const instant = (column: ReturnType<typeof sql>) => sql`to_json(${column}) #>> '{}'`;

/** Where late invoices are read from. */
export const LATE_TABLES = sql`billing.dunning d JOIN billing.invoice i ON i.id = d.invoice_id
  JOIN people.account_name a ON a.id = d.account_id`;

/** Columns of `LateRow`; `today` is the company's local day. */
export const lateColumns = (today: string) => sql`i.id AS "invoiceId", i.account_id AS "accountId",
  a.name AS "accountName", i.full_number AS "fullNumber", i.currency,
  i.total_minor - i.paid_minor - i.credited_minor AS "openMinor", i.due_on::text AS "dueOn",
  ${today}::date - i.due_on AS "daysLate", d.step, ${instant(sql`d.started_at`)} AS "startedAt",
  ${instant(sql`d.last_reminded_at`)} AS "lastRemindedAt", ${instant(sql`d.next_at`)} AS "nextAt",
  CASE WHEN d.held_until_on > ${today}::date THEN d.held_until_on::text END AS "heldUntilOn",
  ${instant(sql`d.suspended_at`)} AS "suspendedAt", ${instant(sql`d.ended_at`)} AS "endedAt", d.outcome, d.note`;
