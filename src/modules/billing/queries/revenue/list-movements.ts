import { rows, sql } from "#kernel/db/sql.ts";
import type { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListMovements, type Movement, MovementPage } from "#modules/billing/contract/revenue.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";
import { monthText, worthOfMovements } from "#modules/billing/queries/revenue/month-text.ts";

type Found = z.input<typeof Movement> & { place: string };

function monthRange(month: string, zone: string) {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const start = (on: Temporal.PlainDate) => on.toZonedDateTime(zone).toInstant().toString();
  return sql`w.at >= ${start(first)} AND w.at < ${start(first.add({ months: 1 }))}`;
}

/** Movements of recurring revenue, the latest first. Errors: `billing.cursor_unknown`. */
export const listMovements = defineQuery({
  name: "billing.list_movements",
  title: "List movements of recurring revenue",
  http: "GET /billing/revenue/movements",
  access: "billing:books",
  input: ListMovements,
  output: MovementPage,
  run: async ({ db, input, now, company }) => {
    const { currency, zone } = await company();
    const place = readCursor(input.cursor, 3);
    const page = await pageOf(
      rows<Found>(
        db,
        sql`SELECT w.account_id AS "accountId", coalesce(a.name, 'A customer') AS "accountName", w.at, w.at::text AS place,
              w.kind, w.currency, w.amount_minor AS "amountMinor", w.before_minor AS "beforeMinor",
              w.after_minor AS "afterMinor", w.worth AS "worthMinor", w.subscription_id AS "subscriptionId", w.cause,
              w.cause_id AS "causeId"
            FROM (${worthOfMovements(currency, now)}) w LEFT JOIN people.account_name a ON a.id = w.account_id
            WHERE ${input.kind ? sql`w.kind = ${input.kind}` : sql`true`}
              AND ${input.accountId ? sql`w.account_id = ${input.accountId}` : sql`true`}
              AND ${input.month ? monthRange(input.month, zone) : sql`true`}
              AND ${input.cohort ? sql`${monthText(sql`w.since_at`, zone)} = ${input.cohort}` : sql`true`}
              AND ${
                place
                  ? sql`(w.at, w.account_id, w.currency) < (${place[0]}::timestamptz, ${place[1]}::uuid, ${place[2]})`
                  : sql`true`
              }
            ORDER BY w.at DESC, w.account_id DESC, w.currency DESC LIMIT ${input.limit + 1}`,
      ),
      input.limit,
      (row) => [row.place, row.accountId, row.currency],
    );
    return { currency, ...page };
  },
});
