import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import type { OpenItem, StatementMove } from "#modules/billing/rules/documents/statement.ts";

/** One account in one currency, with days of the company's zone. */
export interface StatementScope {
  accountId: string;
  currency: string;
  zone: string;
}

/** Everything that moved what the account owes, as rows of (on, at, kind, number, amount). */
const moves = ({ accountId, currency, zone }: StatementScope) => sql`
  SELECT issued_on AS on, issued_at AS at, kind, full_number AS number,
    CASE kind WHEN 'invoice' THEN total_minor ELSE -total_minor END AS amount
  FROM billing.invoice WHERE account_id = ${accountId} AND currency = ${currency} AND number IS NOT NULL
  UNION ALL
  SELECT (voided_at AT TIME ZONE ${zone})::date, voided_at, 'void', full_number, -total_minor
  FROM billing.invoice WHERE account_id = ${accountId} AND currency = ${currency} AND status = 'void'
  UNION ALL
  SELECT (written_off_at AT TIME ZONE ${zone})::date, written_off_at, 'write_off', full_number,
    -(total_minor - paid_minor - credited_minor)
  FROM billing.invoice WHERE account_id = ${accountId} AND currency = ${currency} AND status = 'uncollectible'
  UNION ALL
  SELECT (received_at AT TIME ZONE ${zone})::date, received_at, 'payment', NULL, -amount_minor
  FROM billing.payment WHERE account_id = ${accountId} AND currency = ${currency}
  UNION ALL
  SELECT (settled_at AT TIME ZONE ${zone})::date, settled_at, 'refund', NULL, amount_minor
  FROM billing.refund WHERE account_id = ${accountId} AND currency = ${currency} AND status = 'succeeded'
  UNION ALL
  SELECT (closed_at AT TIME ZONE ${zone})::date, closed_at, 'refund', NULL, amount_minor
  FROM billing.dispute WHERE account_id = ${accountId} AND currency = ${currency} AND status = 'lost'`;

/** What was owed before a day. */
export async function balanceBefore(db: Db, scope: StatementScope, day: string): Promise<number> {
  const row = await firstRow<{ balance: number }>(
    db,
    sql`SELECT coalesce(sum(m.amount), 0)::bigint AS balance FROM (${moves(scope)}) m WHERE m.on < ${day}`,
  );
  return row?.balance ?? 0;
}

/** What happened from one day to another, in its order; `limit` rows at most. */
export const movesBetween = (
  db: Db,
  scope: StatementScope,
  days: { from: string; until: string; limit: number },
): Promise<StatementMove[]> =>
  rows(
    db,
    sql`SELECT m.on, m.kind, m.number, m.amount AS "amountMinor" FROM (${moves(scope)}) m
        WHERE m.on BETWEEN ${days.from} AND ${days.until}
        ORDER BY m.on, m.at, m.number LIMIT ${days.limit}`,
  );

/** Invoices that were not paid in full at the end of a day. */
export const openItemsOn = (
  db: Db,
  { accountId, currency, zone }: StatementScope,
  day: string,
): Promise<OpenItem[]> =>
  rows(
    db,
    sql`SELECT o.id AS "invoiceId", o.full_number AS number, o.issued_on AS "issuedOn", o.due_on AS "dueOn",
          o.open AS "openMinor"
        FROM (SELECT i.*, i.total_minor
            - coalesce((SELECT sum(l.amount_minor) FROM billing.allocation l
                WHERE l.invoice_id = i.id AND (l.allocated_at AT TIME ZONE ${zone})::date <= ${day}), 0)::bigint
            - coalesce((SELECT sum(c.total_minor) FROM billing.invoice c
                WHERE c.corrects_invoice_id = i.id AND c.issued_on <= ${day}), 0)::bigint AS open
          FROM billing.invoice i
          WHERE i.account_id = ${accountId} AND i.currency = ${currency} AND i.kind = 'invoice'
            AND i.number IS NOT NULL AND i.issued_on <= ${day}
            AND (i.status <> 'void' OR (i.voided_at AT TIME ZONE ${zone})::date > ${day})
            AND (i.status <> 'uncollectible' OR (i.written_off_at AT TIME ZONE ${zone})::date > ${day})) o
        WHERE o.open > 0 ORDER BY o.due_on, o.full_number`,
  );

/** The currencies an account has dealt in, the latest first. */
export async function currenciesOf(db: Db, accountId: string): Promise<string[]> {
  const found = await rows<{ currency: string }>(
    db,
    sql`SELECT currency FROM (
          SELECT currency, issued_at AS at FROM billing.invoice WHERE account_id = ${accountId} AND number IS NOT NULL
          UNION ALL SELECT currency, received_at FROM billing.payment WHERE account_id = ${accountId}) dealt
        GROUP BY currency ORDER BY max(at) DESC, currency`,
  );
  return found.map((row) => row.currency);
}
