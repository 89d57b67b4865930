import { type Actor, actorPersonId } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/** The account a signed-in buyer would buy for; null for a visitor. Only to count coupons. */
export async function accountOfBuyer(db: Db, actor: Actor): Promise<string | null> {
  const personId = actorPersonId(actor);
  if (!personId) return null;
  const row = await firstRow<{ account_id: string }>(
    db,
    sql`SELECT account_id FROM people.membership
        WHERE person_id = ${personId} AND until_at IS NULL AND role IN ('owner', 'admin', 'billing')
        ORDER BY from_at, id LIMIT 1`,
  );
  return row?.account_id ?? null;
}
