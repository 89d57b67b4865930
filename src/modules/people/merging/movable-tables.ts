import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { AccountRows, Module } from "#kernel/module.ts";

/** Whose rows move. */
export type Owner = AccountRows["owner"];

/** A table whose rows move from one owner to another. */
export interface MovableTable {
  /** Quoted, with its schema. */
  name: string;
  /** Says whose a row is. */
  column: string;
  /** Columns of the primary key and their types; the owner's own may be one of them. */
  key: readonly { column: string; type: string }[];
  rules: Pick<AccountRows, "stayWhenSame" | "setBeside">;
}

interface Found {
  schema: string;
  table: string;
  column: string;
  key: { column: string; type: string }[] | null;
}

const USUAL: Record<Owner, string> = { account: "account_id", person: "person_id" };

/** All tables of modules under row-level security that have the usual column, or are declared to have another one. */
function findTables(db: Db, owner: Owner, declared: readonly AccountRows[]): Promise<Found[]> {
  const others = declared.flatMap(({ table, column }) => (column ? [{ table, column }] : []));
  return rows<Found>(
    db,
    sql`SELECT n.nspname AS schema, c.relname AS table, a.attname AS column,
          (SELECT json_agg(json_build_object('column', k.attname, 'type', format_type(k.atttypid, k.atttypmod))
                           ORDER BY k.attnum)
           FROM pg_index i JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey)
           WHERE i.indrelid = c.oid AND i.indisprimary) AS key
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relrowsecurity
          AND n.nspname NOT IN ('auth', 'kernel')
          AND (a.attname = ${USUAL[owner]} OR EXISTS (
            SELECT FROM jsonb_to_recordset(${JSON.stringify(others)}::jsonb) AS o ("table" text, "column" text)
            WHERE o.table = n.nspname || '.' || c.relname AND o.column = a.attname))
        ORDER BY n.nspname, c.relname, a.attname`,
  );
}

/**
 * Tables whose rows belong to an account (or a person) and move with it: all of the modules under row-level security
 * that have the column. Sign-in's own tables are not among them.
 */
export async function movableTables(
  db: Db,
  owner: Owner,
  modules: readonly Module[],
): Promise<MovableTable[]> {
  const declared = modules.flatMap((module) => module.accountRows ?? []).filter((one) => one.owner === owner);
  const ruleOf = new Map(declared.map((one) => [`${one.table} ${one.column ?? USUAL[owner]}`, one]));
  const found = await findTables(db, owner, declared);
  return found.flatMap(({ schema, table, column, key }) => {
    const rule = ruleOf.get(`${schema}.${table} ${column}`);
    if (rule?.stays) return [];
    if (!key) throw new Error(`${schema}.${table} has no primary key, so what moved could not move back`);
    return [{ name: `"${schema}"."${table}"`, column, key, rules: rule ?? {} }];
  });
}
