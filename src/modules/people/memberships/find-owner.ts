import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/** The person who has owned an account longest; undefined when nobody does. */
export async function findOwner(db: Db, accountId: string): Promise<string | undefined> {
  const owner = await firstRow<{ person_id: string }>(
    db,
    sql`SELECT person_id FROM people.membership
        WHERE account_id = ${accountId} AND role = 'owner' AND until_at IS NULL ORDER BY from_at, id LIMIT 1`,
  );
  return owner?.person_id;
}
