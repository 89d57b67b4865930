import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { movementRows } from "#modules/billing/revenue/derive-movements.ts";
import { factorOn } from "#modules/billing/revenue/fx.ts";
import type { MovedMinor } from "#modules/billing/rules/revenue/rates.ts";

/**
 * What moved after `from` and until `until` in the company's currency, read off the history of the customers that changed
 * in between; and the currencies whose rate is missing.
 */
export async function movedBetween(
  db: Db,
  span: { from: Temporal.Instant; until: Temporal.Instant; currency: string },
): Promise<{ moved: MovedMinor; missing: string[] }> {
  const [from, until] = [span.from.toString(), span.until.toString()];
  const whose = sql`s.from_at <= ${until}::timestamptz AND s.account_id IN (
    SELECT account_id FROM billing.subscription_state WHERE from_at > ${from} AND from_at <= ${until})`;
  const factor = factorOn(sql`m.currency`, span.currency, sql`m.fixed_on`);
  const row = await firstRow<Record<string, number | null> & { missing: string[] | null }>(
    db,
    sql`SELECT array_agg(DISTINCT currency::text) FILTER (WHERE worth IS NULL) AS missing,
          sum(worth) FILTER (WHERE kind = 'new')::bigint AS "newMinor",
          sum(worth) FILTER (WHERE kind = 'expansion')::bigint AS "expansionMinor",
          sum(worth) FILTER (WHERE kind = 'reactivation')::bigint AS "reactivationMinor",
          -sum(worth) FILTER (WHERE kind = 'contraction')::bigint AS "contractionMinor",
          -sum(worth) FILTER (WHERE kind = 'churn')::bigint AS "churnMinor"
        FROM (SELECT m.currency, m.kind, (round(m.after_minor * ${factor}) - round(m.before_minor * ${factor}))::bigint AS worth
              FROM (${movementRows(whose)}) m WHERE m.at > ${from}) w`,
  );
  const minor = (name: keyof MovedMinor) => row?.[name] ?? 0;
  return {
    moved: {
      newMinor: minor("newMinor"),
      expansionMinor: minor("expansionMinor"),
      reactivationMinor: minor("reactivationMinor"),
      contractionMinor: minor("contractionMinor"),
      churnMinor: minor("churnMinor"),
    },
    missing: row?.missing ?? [],
  };
}
