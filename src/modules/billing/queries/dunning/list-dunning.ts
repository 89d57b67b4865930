import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { DunningPage, ListDunning } from "#modules/billing/contract/dunning.ts";
import { dunningSettings } from "#modules/billing/dunning/dunning-settings.ts";
import { LATE_TABLES, lateColumns, type LateRow } from "#modules/billing/queries/dunning/late-rows.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";

const STATES = {
  open: sql`d.ended_at IS NULL`,
  suspended: sql`d.ended_at IS NULL AND d.suspended_at IS NOT NULL`,
  ended: sql`d.ended_at IS NOT NULL`,
};

const findRows = (
  db: Db,
  input: { state: keyof typeof STATES; text: string; limit: number },
  given: { today: string; place: string[] | undefined },
) =>
  rows<LateRow>(
    db,
    sql`SELECT ${lateColumns(given.today)} FROM ${LATE_TABLES}
        WHERE ${STATES[input.state]}
          AND (${input.text} = '' OR position(lower(${input.text}) in lower(i.full_number || ' ' || a.name)) > 0)
          ${given.place ? sql`AND (d.started_at, d.invoice_id) < (${given.place[0]}::timestamptz, ${given.place[1]}::uuid)` : sql``}
        ORDER BY d.started_at DESC, d.invoice_id DESC LIMIT ${input.limit + 1}`,
  );

const findTotals = (db: Db) =>
  rows<{ currency: string; openMinor: number; invoices: number }>(
    db,
    sql`SELECT i.currency, sum(i.total_minor - i.paid_minor - i.credited_minor)::bigint AS "openMinor",
               count(*)::int AS invoices
        FROM billing.dunning d JOIN billing.invoice i ON i.id = d.invoice_id
        WHERE d.ended_at IS NULL GROUP BY 1 ORDER BY 1`,
  );

/** Late invoices and how far their reminders are, those that became late last first. Errors: `billing.cursor_unknown`. */
export const listDunning = defineQuery({
  name: "billing.list_dunning",
  title: "List late invoices",
  http: "GET /billing/dunning",
  access: "billing:read",
  input: ListDunning,
  output: DunningPage,
  run: async ({ db, now, input, company }) => {
    const today = localDate(now, (await company()).zone).toString();
    const place = readCursor(input.cursor, 2);
    const { reminderDays } = await dunningSettings(db);
    const { items, nextCursor } = await pageOf(findRows(db, input, { today, place }), input.limit, (row) => [
      row.startedAt,
      row.invoiceId,
    ]);
    return {
      items: items.map((row) => ({ ...row, steps: reminderDays.length })),
      nextCursor,
      totals: await findTotals(db),
    };
  },
});
