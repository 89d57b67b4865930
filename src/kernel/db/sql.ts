import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#kernel/db/database.ts";

export { sql };

/** Runs a statement and gives its rows. The row type is what the statement selects; keep them side by side. */
export async function rows<T extends object>(db: Db, statement: SQL): Promise<T[]> {
  const result = await db.execute(statement);
  return result.rows as T[];
}

/** Runs a statement that gives one row or none. */
export async function firstRow<T extends object>(db: Db, statement: SQL): Promise<T | undefined> {
  return (await rows<T>(db, statement))[0];
}
