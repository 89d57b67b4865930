import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";
import { PgBoss } from "pg-boss";
import { type Connection, clientOptions } from "#kernel/db/database.ts";

// Any constant will do, as long as every version of Cairn uses the same.
const MIGRATION_LOCK = 7_265_001;

/** The role the application works under: no superuser, cannot bypass row-level security, owns nothing. */
export const APP_ROLE = "cairn_app";

/** The role of a customer's operation: sees rows of the customer's accounts and of no other. */
export const CUSTOMER_ROLE = "cairn_customer";

/** Folder of the SQL files, read in the order of its journal. */
export const MIGRATIONS = path.resolve(import.meta.dirname, "../../../db/migrations");

async function ensureRoles(client: Client): Promise<void> {
  for (const role of [APP_ROLE, CUSTOMER_ROLE]) {
    const { rows } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
    if (rows.length === 0) await client.query(`CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS`);
  }
  await client.query(`GRANT ${APP_ROLE} TO current_user`);
  // The application may step down to a customer's rights, never up.
  const { rows } = await client.query("SELECT pg_has_role($1, $2, 'MEMBER') AS may", [
    APP_ROLE,
    CUSTOMER_ROLE,
  ]);
  if (!rows[0].may) await client.query(`GRANT ${CUSTOMER_ROLE} TO ${APP_ROLE}`);
}

/** Schemas of modules a customer's operation reaches: those with rows guarded by account. */
const CUSTOMER_SCHEMAS = `SELECT DISTINCT n.nspname AS name FROM pg_namespace n
  JOIN pg_class c ON c.relnamespace = n.oid AND c.relrowsecurity
  WHERE n.nspname NOT IN ('auth', 'kernel', 'pgboss')`;

/** What every operation needs of the house: to record, to queue, to answer twice the same; not to read what others did. */
const CUSTOMER_NEEDS = [
  "USAGE ON SCHEMA kernel, auth, pgboss",
  "EXECUTE ON ALL FUNCTIONS IN SCHEMA kernel, pgboss",
  "USAGE, SELECT ON ALL SEQUENCES IN SCHEMA kernel, pgboss",
  "SELECT, INSERT ON ALL TABLES IN SCHEMA pgboss",
  "INSERT ON kernel.event, kernel.audit_entry, kernel.mail, kernel.proposal, kernel.file",
  "SELECT, INSERT, UPDATE ON kernel.idempotency_key",
  "SELECT ON kernel.setting, kernel.file",
  "SELECT (id, idempotency_key) ON kernel.mail",
  // Row-level security leaves the person alone and who shares an account with them.
  "SELECT (id, name, email, zone) ON auth.person",
];

async function grantSchema(client: Client, name: string, role: string): Promise<void> {
  await client.query(`GRANT USAGE ON SCHEMA "${name}" TO ${role}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "${name}" TO ${role}`);
  await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA "${name}" TO ${role}`);
  await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA "${name}" TO ${role}`);
}

/** What the application's role may do. Run after every migration, so a new table needs no line of its own. */
async function grant(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema|public|drizzle)'",
  );
  for (const { name } of rows) await grantSchema(client, name, APP_ROLE);
  const reached = await client.query<{ name: string }>(CUSTOMER_SCHEMAS);
  for (const { name } of reached.rows) await grantSchema(client, name, CUSTOMER_ROLE);
  for (const right of CUSTOMER_NEEDS) await client.query(`GRANT ${right} TO ${CUSTOMER_ROLE}`);
  await client.query(`GRANT USAGE ON SCHEMA drizzle TO ${APP_ROLE}`);
  await client.query(`GRANT SELECT ON ALL TABLES IN SCHEMA drizzle TO ${APP_ROLE}`);
  // History is written once: not even the application can change it.
  await client.query(
    `REVOKE UPDATE, DELETE ON kernel.event, kernel.audit_entry, kernel.audit_seal FROM ${APP_ROLE}, ${CUSTOMER_ROLE}`,
  );
}

/**
 * Brings a database up to this version: tables, queues, rights. Safe when several processes start at once:
 * an advisory lock lets one work and the others wait. `queues` are the names of all jobs.
 */
export async function migrateDatabase(owner: Connection, queues: readonly string[]): Promise<void> {
  const client = new Client({ ...clientOptions(owner), application_name: "cairn-migrate" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await ensureRoles(client);
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS });
    await prepareQueues(owner, queues);
    await grant(client);
  } finally {
    await client.end();
  }
}

async function prepareQueues(owner: Connection, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({
    ...clientOptions(owner),
    max: 2,
    supervise: false,
    schedule: false,
  } as ConstructorParameters<typeof PgBoss>[0]);
  boss.on("error", () => {});
  await boss.start();
  const existing = new Set((await boss.getQueues()).map((queue) => queue.name));
  for (const name of queues) if (!existing.has(name)) await boss.createQueue(name, { policy: "standard" });
  await boss.stop({ graceful: false });
}
