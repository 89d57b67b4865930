import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { AccountRows, Module } from "#kernel/module.ts";

/** The column that says whose a row is. */
export type OwnerColumn = "account_id" | "person_id";

/** A table whose rows move from one owner to another. */
export interface MovableTable {
  /** Quoted, with its schema. */
  name: string;
  column: OwnerColumn;
  /** Columns of the primary key and their types; the owner's own may be one of them. */
  key: readonly { column: string; type: string }[];
  rules: Pick<AccountRows, "stayWhenSame" | "setBeside">;
}

interface Found {
  schema: string;
  table: string;
  key: { column: string; type: string }[] | null;
}

/**
 * Tables whose rows belong to an account (or a person) and move with it: all of the modules under row-level security
 * that have the column. Sign-in's own tables are not among them.
 */
export async function movableTables(
  db: Db,
  column: OwnerColumn,
  modules: readonly Module[],
): Promise<MovableTable[]> {
  const found = await rows<Found>(
    db,
    sql`SELECT n.nspname AS schema, c.relname AS table,
          (SELECT json_agg(json_build_object('column', k.attname, 'type', format_type(k.atttypid, k.atttypmod))
                           ORDER BY k.attnum)
           FROM pg_index i JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey)
           WHERE i.indrelid = c.oid AND i.indisprimary) AS key
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = ${column} AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relrowsecurity
          AND n.nspname NOT IN ('auth', 'kernel')
        ORDER BY n.nspname, c.relname`,
  );
  const owner = column === "account_id" ? "account" : "person";
  const rules = new Map(
    modules
      .flatMap((module) => module.accountRows ?? [])
      .filter((one) => one.owner === owner)
      .map((one) => [one.table, one]),
  );
  return found.map(({ schema, table, key }) => {
    if (!key) throw new Error(`${schema}.${table} has no primary key, so what moved could not move back`);
    return { name: `"${schema}"."${table}"`, column, key, rules: rules.get(`${schema}.${table}`) ?? {} };
  });
}
