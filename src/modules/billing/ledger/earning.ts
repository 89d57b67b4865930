import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { companyDay } from "#modules/billing/ledger/company-day.ts";
import { earnInvoice } from "#modules/billing/ledger/earn.ts";
import { postJournal } from "#modules/billing/ledger/post-journal.ts";
import { lockSchedules } from "#modules/billing/ledger/schedules.ts";
import { untilOf } from "#modules/billing/rules/ledger/earned-by.ts";
import { revenueAccount } from "#modules/billing/rules/ledger/invoice-postings.ts";

/**
 * Begins to earn the lines of an invoice that waited for payment: a subscription's until `untilOn`, a course's over its
 * days (a year where it has none, or until `untilOn`), work within the day. Lines with a period of their own and those
 * already begun are left alone, so calling it again changes nothing.
 */
export async function startEarning(
  tx: Tx,
  start: { invoiceId: string; positions?: readonly number[]; fromOn: string; untilOn?: string },
): Promise<void> {
  const { fromOn } = start;
  const year = untilOf(fromOn, null);
  const nextDay = untilOf(fromOn, 1);
  const some = start.positions ? sql`AND position = ANY (${sql.param([...start.positions])}::int[])` : sql``;
  await tx.execute(
    sql`UPDATE billing.revenue_schedule SET from_on = ${fromOn}, earned_until_on = ${fromOn}, based_on = ${fromOn},
          until_on = CASE WHEN revenue IN ('service', 'usage') THEN ${nextDay}::date
            ELSE coalesce(${start.untilOn ?? null}::date, ${fromOn}::date + earned_days, ${year}::date) END
        WHERE invoice_id = ${start.invoiceId} AND from_on IS NULL ${some}`,
  );
}

/**
 * Ends the earning of an invoice: nothing more is owed for it. What was not given back by a credit note is earned on the
 * day it ends, for nothing is left to do for it. Call it after the credit note. Safe to call again.
 */
export async function stopEarning(tx: Tx, stop: { invoiceId: string; at: Temporal.Instant }): Promise<void> {
  const at = stop.at.toString();
  const invoice = await firstRow<{ account_id: string; currency: string; on: string }>(
    tx,
    sql`SELECT account_id, currency, ${companyDay(sql`${at}`)}::text AS "on" FROM billing.invoice
        WHERE id = ${stop.invoiceId}`,
  );
  if (!invoice) throw new Error(`There is no invoice ${stop.invoiceId}`);
  const { currency, on } = invoice;
  await earnInvoice(tx, { invoiceId: stop.invoiceId, accountId: invoice.account_id, untilOn: on, at });
  const left = (await lockSchedules(tx, stop.invoiceId)).filter(({ unearnedMinor }) => unearnedMinor !== 0);
  if (left.length === 0) return;
  await tx.execute(
    sql`UPDATE billing.revenue_schedule SET earned_minor = amount_minor - returned_minor,
          from_on = coalesce(from_on, ${on}), based_on = coalesce(based_on, ${on}), until_on = coalesce(until_on, ${on}),
          earned_until_on = coalesce(until_on, ${on})
        WHERE invoice_id = ${stop.invoiceId} AND amount_minor <> earned_minor + returned_minor`,
  );
  await postJournal(tx, {
    ref: `earning_stopped:${stop.invoiceId}`,
    on,
    at,
    kind: "earned",
    text: "Nothing more is owed for this invoice",
    accountId: invoice.account_id,
    postings: left.flatMap(({ revenue, unearnedMinor }) => [
      { account: "deferred_revenue" as const, currency, amountMinor: unearnedMinor },
      { account: revenueAccount(revenue), currency, amountMinor: -unearnedMinor },
    ]),
  });
}
