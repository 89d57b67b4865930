import { Client } from "pg";
import { type Connection, clientOptions } from "#kernel/db/database.ts";
import type { EmbeddedConnection } from "#kernel/db/embedded/index.ts";
import { APP_ROLE, CUSTOMER_ROLE } from "#kernel/db/migrate.ts";
import { refuse } from "#kernel/errors.ts";

/** Where to work (as the application's role) and where to migrate (as the schema's owner). */
export interface Connections {
  app: Connection;
  owner: Connection;
}

const DATABASE = "cairn";
const OWNER = "cairn_owner";
const LOGIN = "cairn_login";

async function asAdmin<T>(
  server: EmbeddedConnection,
  database: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    host: server.host,
    port: server.port,
    user: server.adminUser,
    password: server.adminPassword,
    database,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: Client, name: string, password: string): Promise<void> {
  const { rows } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
  const verb = rows.length > 0 ? "ALTER" : "CREATE";
  const rights = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB CREATEROLE";
  await client.query(
    `${verb} ROLE ${name} ${name === OWNER ? rights : rights.replace("CREATEROLE", "NOCREATEROLE")} PASSWORD ${client.escapeLiteral(password)}`,
  );
}

/**
 * Makes the embedded server ready: a database owned by a role that is no superuser, and a login that may only become
 * the application's role. The administrator is used for nothing else.
 */
export async function prepareEmbedded(server: EmbeddedConnection, database = DATABASE): Promise<Connections> {
  const password = server.adminPassword;
  await asAdmin(server, "postgres", async (client) => {
    await ensureRole(client, OWNER, password);
    await ensureRole(client, LOGIN, password);
    for (const role of [APP_ROLE, CUSTOMER_ROLE]) {
      const { rows } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
      if (rows.length === 0) await client.query(`CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS`);
    }
    await client.query(`GRANT ${CUSTOMER_ROLE} TO ${APP_ROLE}`);
    await client.query(`GRANT cairn_app TO ${OWNER} WITH ADMIN OPTION`);
    await client.query(`GRANT cairn_app TO ${LOGIN}`);
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (found.rows.length === 0)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${OWNER}`);
  });
  const target = { host: server.host, port: server.port, password, database };
  return { owner: { ...target, user: OWNER }, app: { ...target, user: LOGIN, role: "cairn_app" } };
}

/** Connections for a server of the user's own: one URL for both, unless migrations have theirs. */
export function externalConnections(url: string, migrationUrl?: string): Connections {
  return {
    app: { connectionString: url, role: "cairn_app" },
    owner: { connectionString: migrationUrl ?? url },
  };
}

/** Answers once the database can be reached; throws what the driver says otherwise. */
export async function ping(connection: Connection): Promise<string> {
  const client = new Client({
    ...clientOptions({ ...connection, role: undefined }),
    connectionTimeoutMillis: 5000,
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
    return rows[0]?.server_version ?? "unknown";
  } finally {
    await client.end();
  }
}

const OLDEST = 15;

/**
 * Sees that a server of the user's own answers and is new enough, before anything is begun.
 * Errors: `database.unreachable`, `database.too_old`; neither shows the password.
 */
export async function checkExternal({ app, owner }: Connections): Promise<void> {
  for (const [setting, connection] of [
    ["DATABASE_URL", app],
    ["DATABASE_MIGRATION_URL", owner],
  ] as const) {
    const version = await ping(connection).catch((cause: Error) => {
      throw refuse(
        "unavailable",
        "database.unreachable",
        `The database cannot be reached: ${cause.message || "it does not answer"}. Check ${setting} and whether the server runs.`,
      );
    });
    if (Number.parseInt(version, 10) < OLDEST)
      throw refuse(
        "unavailable",
        "database.too_old",
        `The database is PostgreSQL ${version}. Use ${OLDEST} or newer.`,
      );
  }
}
