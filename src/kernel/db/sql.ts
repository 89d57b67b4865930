import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
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

const dialect = new PgDialect();

/**
 * The same for statements of hot paths: each connection parses and plans it once and keeps it under the name. A name's text
 * is always the same; only parameters differ.
 */
export async function preparedRows<T extends object>(db: Db, name: string, statement: SQL): Promise<T[]> {
  const prepared = db._.session.prepareQuery(dialect.sqlToQuery(statement), undefined, name, false);
  const result = (await prepared.execute()) as { rows: T[] };
  return result.rows;
}
