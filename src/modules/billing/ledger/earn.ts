import type { Tx } from "#kernel/db/database.ts";
import type { SQL } from "drizzle-orm";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { type JournalEntry, postJournals } from "#modules/billing/ledger/post-journal.ts";
import { revenueAccount } from "#modules/billing/rules/ledger/invoice-postings.ts";
import type { RevenueKind } from "#modules/billing/rules/types.ts";

/** What one day earned of one kind of revenue. */
interface EarnedDay {
  on: string;
  currency: string;
  revenue: RevenueKind;
  minor: number;
}

/** Which schedules to earn, up to which day (exclusive), and when that is written down. */
export interface EarnRun {
  /** A condition on billing.revenue_schedule s. */
  where: SQL;
  limit: number;
  untilOn: string;
  at: string;
  /** The customer when all are of one: a customer's own operation can book no other journal. */
  accountId: string | null;
}

/**
 * Moves schedules forward and says what each day earned. Days are computed from where the schedule was last spread, so
 * that it does not matter how runs cut them (`rules/ledger/earned-by.ts`). Schedules another run holds are left to it.
 */
const earnedDays = (tx: Tx, { where, limit, untilOn }: EarnRun) =>
  rows<EarnedDay & { schedules: number }>(
    tx,
    sql`WITH due AS (
          SELECT s.invoice_id, s.position, s.earned_until_on AS was_on FROM billing.revenue_schedule s
          WHERE s.earned_until_on < s.until_on AND s.amount_minor <> s.earned_minor + s.returned_minor
            AND s.earned_until_on < ${untilOn} AND ${where}
          ORDER BY s.earned_until_on LIMIT ${limit} FOR UPDATE SKIP LOCKED),
        moved AS (
          UPDATE billing.revenue_schedule s SET earned_until_on = least(s.until_on, ${untilOn}::date),
            earned_minor = s.based_minor + round((s.amount_minor - s.returned_minor - s.based_minor)::numeric
              * (least(s.until_on, ${untilOn}::date) - s.based_on) / (s.until_on - s.based_on))
          FROM due WHERE s.invoice_id = due.invoice_id AND s.position = due.position
          RETURNING s.currency, s.revenue, due.was_on, s.earned_until_on AS is_on, s.based_on,
            (s.amount_minor - s.returned_minor - s.based_minor)::numeric AS spread, s.until_on - s.based_on AS days),
        total AS (SELECT count(*)::int AS schedules FROM moved)
        SELECT day."on"::date::text AS "on", currency, revenue, total.schedules,
          sum(round(spread * (day."on"::date + 1 - based_on) / days)
            - round(spread * (day."on"::date - based_on) / days))::bigint AS minor
        FROM moved, generate_series(was_on, is_on - 1, interval '1 day') AS day ("on"), total
        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3`,
  );

const journalOfDay = (run: EarnRun, batch: string, on: string, days: readonly EarnedDay[]): JournalEntry => ({
  ref: `earned:${on}:${batch}`,
  on,
  at: run.at,
  kind: "earned",
  text: "Revenue earned",
  accountId: run.accountId,
  postings: days.flatMap(({ currency, revenue, minor }) => [
    { account: "deferred_revenue" as const, currency, amountMinor: minor },
    { account: revenueAccount(revenue), currency, amountMinor: -minor },
  ]),
});

/**
 * Books what schedules earned in the days before `untilOn`, one journal a day; gives how many schedules moved. Each day of
 * a schedule is booked once, however often this runs, because the schedule moves in the same transaction.
 */
export async function earn(tx: Tx, run: EarnRun): Promise<number> {
  const days = await earnedDays(tx, run);
  const batch = newId();
  await postJournals(
    tx,
    [...Map.groupBy(days, (day) => day.on)].map(([on, ofDay]) => journalOfDay(run, batch, on, ofDay)),
  );
  return days[0]?.schedules ?? 0;
}

/** Books what an invoice earned in the days before `untilOn`. */
export const earnInvoice = (
  tx: Tx,
  invoice: { invoiceId: string; accountId: string; untilOn: string; at: string },
): Promise<number> =>
  earn(tx, {
    where: sql`s.invoice_id = ${invoice.invoiceId}`,
    limit: 1000,
    untilOn: invoice.untilOn,
    at: invoice.at,
    accountId: invoice.accountId,
  });
