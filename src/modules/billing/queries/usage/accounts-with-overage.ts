import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** Accounts of these that may have used something beyond a soft quota which no invoice asks for yet. */
export async function accountsWithOverage(db: Db, accountIds: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ account_id: string }>(
    db,
    sql`SELECT DISTINCT t.account_id FROM billing.usage_total t
        WHERE t.account_id = ANY (${sql.param(accountIds)}::uuid[]) AND t.used > t.drawn
          AND EXISTS (SELECT FROM billing.entitlement_grant g
                      WHERE g.account_id = t.account_id AND g.meter = t.meter AND g.overage_minor > 0)`,
  );
  return new Set(found.map(({ account_id }) => account_id));
}
