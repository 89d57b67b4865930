import { Client } from "pg";
import type { EmbeddedConnection } from "#kernel/db/embedded/index.ts";

/** The administrator's connection to a database. */
export const owner = (server: EmbeddedConnection, database = "postgres") => ({
  host: server.host,
  port: server.port,
  user: server.adminUser,
  password: server.adminPassword,
  database,
});

/** Runs statements and gives the first value of the first row. */
export async function run(server: EmbeddedConnection, database: string, statement: string): Promise<unknown> {
  const client = new Client(owner(server, database));
  await client.connect();
  try {
    const result = await client.query(statement);
    return Object.values(result.rows?.[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** Every table's rows, as bytes in order, and every sequence. */
export async function stateOf(server: EmbeddedConnection, database: string): Promise<unknown> {
  const tables = (await run(
    server,
    database,
    `SELECT json_agg(format('%I.%I', schemaname, tablename) ORDER BY 1) FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename <> 'scratch'`,
  )) as string[];
  const hashes = tables.map(
    (table) =>
      `SELECT '${table}' AS name, count(*) AS rows, md5(string_agg(t::text, E'\n' ORDER BY t::text)) AS hash FROM ${table} t`,
  );
  return run(server, database, `SELECT json_agg(s ORDER BY s.name) FROM (${hashes.join(" UNION ALL ")}) s`);
}

/** Constraints and triggers, as DDL. */
export const catalogOf = (server: EmbeddedConnection, database: string): Promise<unknown> =>
  run(
    server,
    database,
    `SELECT json_agg(line ORDER BY line) FROM (
       SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated AS line FROM pg_constraint
       UNION ALL SELECT pg_get_triggerdef(oid) || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal) s`,
  );
