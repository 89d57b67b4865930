import type { ClientBase } from "pg";

/** A table whose rows are kept, partitions included in their parent. */
export interface CatalogTable {
  schema: string;
  table: string;
  /** Columns that hold values of their own (generated ones are computed again), with their types as in DDL. */
  columns: { name: string; type: string }[];
}

export interface CatalogSequence {
  schema: string;
  sequence: string;
}

// What describes the running installation rather than the business: who works on which queue at this moment,
// statistics, and the versions that migrations write themselves.
const TRANSIENT = ["bam", "instance", "queue_stats", "version", "warning"].map((name) => `pgboss.${name}`);

const OURS = `n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'drizzle')
  AND c.relpersistence = 'p'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')`;

/** The tables a backup holds, in a stable order. */
export async function listTables(client: ClientBase): Promise<CatalogTable[]> {
  const { rows } = await client.query<CatalogTable>(
    `SELECT n.nspname AS schema, c.relname AS table,
            pg_catalog.json_agg(pg_catalog.json_build_object('name', a.attname,
              'type', pg_catalog.format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum) AS columns
     FROM pg_catalog.pg_class c
     JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
     WHERE ${OURS} AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND n.nspname || '.' || c.relname <> ALL ($1)
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY n.nspname, c.relname ORDER BY n.nspname, c.relname`,
    [TRANSIENT],
  );
  return rows;
}

/** The sequences a backup holds, those of identity columns included. */
export async function listSequences(client: ClientBase): Promise<CatalogSequence[]> {
  const { rows } = await client.query<CatalogSequence>(
    `SELECT n.nspname AS schema, c.relname AS sequence
     FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE ${OURS} AND c.relkind = 'S' ORDER BY n.nspname, c.relname`,
  );
  return rows;
}

/** What a backup and the database it goes into must have in common. */
export interface SchemaVersion {
  migrations: string[];
  queueVersion: number | null;
}

/** Which migrations were applied; empty for a database that has none. */
export async function readSchemaVersion(client: ClientBase): Promise<SchemaVersion> {
  const migrations = await columnOf<string>(client, "drizzle.__drizzle_migrations", "hash", "ORDER BY id");
  const [queueVersion = null] = await columnOf<number>(client, "pgboss.version", "version", "");
  return { migrations, queueVersion };
}

/** Quotes a qualified name. */
export const nameOf = (client: ClientBase, schema: string, name: string): string =>
  `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;

async function columnOf<T>(client: ClientBase, table: string, column: string, order: string): Promise<T[]> {
  const found = await client.query("SELECT pg_catalog.to_regclass($1) IS NOT NULL AS exists", [table]);
  if (!found.rows[0]?.exists) return [];
  const { rows } = await client.query<{ value: T }>(`SELECT ${column} AS value FROM ${table} ${order}`);
  return rows.map(({ value }) => value);
}
