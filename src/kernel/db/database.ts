import type { ExtractTablesWithRelations } from "drizzle-orm";
import { drizzle, type NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { Pool, types, type ClientConfig } from "pg";

type NoSchema = Record<string, never>;

/** A handle to read and write with: the pool, or one transaction of it. */
export type Db = PgDatabase<NodePgQueryResultHKT, NoSchema, ExtractTablesWithRelations<NoSchema>>;

/** A handle inside a transaction. Same type; the name says what is expected. */
export type Tx = Db;

/** How to reach a database. `role` is taken on by every connection before its first query. */
export interface Connection {
  connectionString?: string;
  host?: string;
  port?: number;
  user?: string;
  password?: string;
  database?: string;
  role?: string;
  max?: number;
  applicationName?: string;
}

/** An open pool and the query builder over it. */
export interface Database {
  db: Db;
  pool: Pool;
  connection: Connection;
  close(): Promise<void>;
}

/**
 * Dates stay text (a local day has no zone) and bigints become numbers. Set on the driver's table, because
 * Drizzle falls back to that table for each type it does not treat itself.
 */
function setTypeParsers(): void {
  types.setTypeParser(types.builtins.DATE, (text) => text);
  types.setTypeParser(types.builtins.TIMESTAMPTZ, (text) => text);
  types.setTypeParser(types.builtins.INT8, Number);
}

/** `pg` options for a connection; shared by pools, listeners and pg-boss. */
export function clientOptions(connection: Connection): ClientConfig {
  const { role, max: _max, applicationName, ...target } = connection;
  return {
    ...target,
    application_name: applicationName ?? "cairn",
    options: `-c timezone=UTC -c intervalstyle=iso_8601${role ? ` -c role=${role}` : ""}`,
  };
}

/** Opens a pool. Nothing connects until the first query. */
export function openDatabase(connection: Connection): Database {
  setTypeParsers();
  const pool = new Pool({
    ...clientOptions(connection),
    max: connection.max ?? 10,
    idleTimeoutMillis: 30_000,
  });
  // A server that goes away breaks idle connections; the pool replaces them at the next query.
  pool.on("error", () => {});
  return { db: drizzle(pool), pool, connection, close: () => pool.end() };
}
