import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/** Lets one transaction at a time decide whose an address is: it may be in two tables. */
export async function lockEmail(tx: Tx, email: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('people.email:' || ${email}, 0))`);
}

/** Whose an address is, in lower case: what they sign in with, or one more that they proved. */
export async function findPersonId(db: Db, email: string): Promise<string | undefined> {
  const row = await firstRow<{ id: string }>(
    db,
    sql`SELECT id FROM auth.person WHERE email = ${email}
        UNION ALL SELECT person_id FROM people.email_address WHERE email = ${email} AND verified_at IS NOT NULL
        LIMIT 1`,
  );
  return row?.id;
}
