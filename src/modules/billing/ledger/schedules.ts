import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { earningOfLine } from "#modules/billing/rules/ledger/earning-of-line.ts";
import type { Takeable, Taken } from "#modules/billing/rules/ledger/take-back.ts";
import type { RevenueKind } from "#modules/billing/rules/types.ts";

/** A line of an issued invoice that will be earned. */
export interface ScheduledLine {
  invoiceId: string;
  accountId: string;
  sourceKind: string;
  issuedOn: string;
  currency: string;
  position: number;
  netMinor: number;
  revenue: RevenueKind;
  periodStartsOn: string | null;
  periodEndsOn: string | null;
  earnedDays: number | null;
}

function scheduleRow(line: ScheduledLine) {
  const earning = earningOfLine(line, line.sourceKind);
  const [from, until] = {
    dated: [line.periodStartsOn, line.periodEndsOn],
    at_once: [line.issuedOn, line.issuedOn],
    waits: [null, null],
  }[earning];
  return {
    invoice_id: line.invoiceId,
    account_id: line.accountId,
    position: line.position,
    revenue: line.revenue,
    currency: line.currency,
    amount_minor: line.netMinor,
    earned_minor: earning === "at_once" ? line.netMinor : 0,
    returned_minor: 0,
    reversed_minor: 0,
    written_off_minor: 0,
    earned_days: line.earnedDays,
    from_on: from,
    until_on: until,
    earned_until_on: from,
    based_on: from,
    based_minor: 0,
  };
}

/** Writes down how lines are earned; lines of nothing are not. Safe to call again. */
export async function insertSchedules(tx: Tx, lines: readonly ScheduledLine[]): Promise<void> {
  const records = lines.filter((line) => line.netMinor !== 0).map(scheduleRow);
  if (records.length === 0) return;
  await tx.execute(
    sql`INSERT INTO billing.revenue_schedule
        SELECT * FROM jsonb_populate_recordset(null::billing.revenue_schedule, ${JSON.stringify(records)}::jsonb)
        ON CONFLICT (invoice_id, position) DO NOTHING`,
  );
}

/** What the lines of an invoice can still give back, locked. `id` is the position as text. */
export async function lockSchedules(
  tx: Tx,
  invoiceId: string,
): Promise<(Takeable & { revenue: RevenueKind })[]> {
  const found = await rows<{ position: number; revenue: RevenueKind; unearned: number; earned: number }>(
    tx,
    sql`SELECT position, revenue, amount_minor - earned_minor - returned_minor AS unearned,
          earned_minor - reversed_minor AS earned
        FROM billing.revenue_schedule WHERE invoice_id = ${invoiceId} ORDER BY position FOR UPDATE`,
  );
  return found.map(({ position, revenue, unearned, earned }) => ({
    id: String(position),
    position,
    revenue,
    unearnedMinor: unearned,
    earnedMinor: earned,
  }));
}

/**
 * Takes of the schedules of an invoice what was given back; what is left of each is spread over the days left. `forever`
 * false remembers it as written off, which can be undone.
 */
export async function takeOfSchedules(
  tx: Tx,
  invoiceId: string,
  taken: readonly Taken[],
  { forever }: { forever: boolean } = { forever: true },
): Promise<void> {
  await tx.execute(
    sql`UPDATE billing.revenue_schedule s SET returned_minor = s.returned_minor + t."returnedMinor",
          reversed_minor = s.reversed_minor + t."reversedMinor",
          written_off_minor = s.written_off_minor + ${forever ? sql`0` : sql`t."returnedMinor"`},
          based_on = s.earned_until_on, based_minor = s.earned_minor
        FROM jsonb_to_recordset(${JSON.stringify(taken)}::jsonb)
          AS t (id int, "returnedMinor" bigint, "reversedMinor" bigint)
        WHERE s.invoice_id = ${invoiceId} AND s.position = t.id`,
  );
}
