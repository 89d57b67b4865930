import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** How many people of an account may use a key at an instant, by what it bought; given by staff counts as one. */
export interface BoughtSeats {
  accountId: string;
  key: string;
  seats: number;
}

/**
 * Seats by key that begins with `prefix`, such as `academy.course:`; of one account, or of all that have any. Sales of
 * one counts one, a sale of five five, and sales of several kinds add up.
 */
export const boughtSeats = (
  db: Db,
  { prefix, accountId, at }: { prefix: string; accountId?: string; at: Temporal.Instant },
): Promise<BoughtSeats[]> =>
  rows<BoughtSeats>(
    db,
    sql`SELECT g.account_id AS "accountId", g.key, sum(coalesce(u.quantity, s.quantity, 1))::int AS seats
        FROM billing.entitlement_grant g
          LEFT JOIN billing.purchase u ON g.source_kind = 'purchase' AND u.id = g.source_id
          LEFT JOIN billing.subscription s ON g.source_kind = 'subscription' AND s.id = g.source_id
        WHERE starts_with(g.key, ${prefix}) AND g.from_at <= ${at.toString()}
          AND (g.until_at IS NULL OR g.until_at > ${at.toString()})
          ${accountId ? sql`AND g.account_id = ${accountId}` : sql``}
        GROUP BY g.account_id, g.key ORDER BY g.account_id, g.key`,
  );

/** Who of an account ordered what gives a key at an instant, first order first; people of the company order for nobody. */
export async function buyersOf(
  db: Db,
  { accountId, key, at }: { accountId: string; key: string; at: Temporal.Instant },
): Promise<string[]> {
  const found = await rows<{ person_id: string }>(
    db,
    sql`SELECT o.person_id, min(g.from_at) AS since
        FROM billing.entitlement_grant g JOIN billing.purchase u ON g.source_kind = 'purchase' AND u.id = g.source_id
          JOIN billing."order" o ON o.id = u.order_id
        WHERE g.account_id = ${accountId} AND g.key = ${key} AND g.from_at <= ${at.toString()}
          AND (g.until_at IS NULL OR g.until_at > ${at.toString()}) AND o.person_id IS NOT NULL
        GROUP BY o.person_id ORDER BY since, o.person_id`,
  );
  return found.map(({ person_id: personId }) => personId);
}
