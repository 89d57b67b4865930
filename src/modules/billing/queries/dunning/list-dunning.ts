import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { DunningPage, type DunningView, ListDunning } from "#modules/billing/contract/dunning.ts";
import { dunningSettings } from "#modules/billing/dunning/dunning-settings.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";

const STATES = {
  open: sql`d.ended_at IS NULL`,
  suspended: sql`d.ended_at IS NULL AND d.suspended_at IS NOT NULL`,
  ended: sql`d.ended_at IS NOT NULL`,
};

type Row = Omit<DunningView, "steps">;

const instant = (column: ReturnType<typeof sql>) => sql`to_json(${column}) #>> '{}'`;

const findRows = (
  db: Db,
  input: { state: keyof typeof STATES; text: string; limit: number },
  given: {
    today: string;
    place: string[] | undefined;
  },
) =>
  rows<Row>(
    db,
    sql`SELECT i.id AS "invoiceId", i.account_id AS "accountId", a.name AS "accountName",
               i.full_number AS "fullNumber", i.currency,
               i.total_minor - i.paid_minor - i.credited_minor AS "openMinor", i.due_on::text AS "dueOn",
               ${given.today}::date - i.due_on AS "daysLate", d.step, ${instant(sql`d.started_at`)} AS "startedAt",
               ${instant(sql`d.last_reminded_at`)} AS "lastRemindedAt", ${instant(sql`d.next_at`)} AS "nextAt",
               CASE WHEN d.held_until_on > ${given.today}::date THEN d.held_until_on::text END AS "heldUntilOn",
               ${instant(sql`d.suspended_at`)} AS "suspendedAt", ${instant(sql`d.ended_at`)} AS "endedAt",
               d.outcome, d.note
        FROM billing.dunning d JOIN billing.invoice i ON i.id = d.invoice_id
        JOIN people.account a ON a.id = d.account_id
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
