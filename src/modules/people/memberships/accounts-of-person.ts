import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";

/** The account a person would buy for unless they choose another: the first they may buy for. */
export async function findBuyingAccount(db: Db, personId: string): Promise<string | undefined> {
  const found = await firstRow<{ id: string }>(
    db,
    sql`SELECT account_id AS id FROM people.membership
        WHERE person_id = ${personId} AND until_at IS NULL AND role IN ('owner', 'admin', 'billing')
        ORDER BY from_at, id LIMIT 1`,
  );
  return found?.id;
}

/** Every account a person owns or ever owned: what is known of those is known of the person. */
export async function ownedAccounts(db: Db, personId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`SELECT DISTINCT account_id AS id FROM people.membership WHERE person_id = ${personId} AND role = 'owner'`,
  );
  return found.map(({ id }) => id);
}
