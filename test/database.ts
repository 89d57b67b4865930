import { Client } from "pg";
import type { Connections } from "#kernel/db/prepare.ts";
import { newId } from "#kernel/ids.ts";

interface TestServer {
  host: string;
  port: number;
  adminUser: string;
  adminPassword: string;
}

/** The server that `test/global-setup.ts` started. */
export function testServer(): TestServer {
  const server = process.env.CAIRN_TEST_SERVER;
  if (!server)
    throw new Error("Run tests with --test-global-setup=test/global-setup.ts (npm run test:unit -- FILE)");
  return JSON.parse(server);
}

async function admin(statement: string): Promise<void> {
  const { host, port, adminUser, adminPassword } = testServer();
  const client = new Client({
    host,
    port,
    user: adminUser,
    password: adminPassword,
    database: "postgres",
  });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** A database of one test's own; `drop` removes it. */
export interface TestDatabase extends Connections {
  name: string;
  drop(): Promise<void>;
}

/** A migrated database without rows. */
export const cloneDatabase = (): Promise<TestDatabase> =>
  createDatabase("TEMPLATE cairn_template STRATEGY wal_log");

/** A database without tables. */
export const emptyDatabase = (): Promise<TestDatabase> => createDatabase("");

async function createDatabase(options: string): Promise<TestDatabase> {
  const { host, port, adminPassword: password } = testServer();
  const name = `test_${newId().replaceAll("-", "")}`;
  await admin(`CREATE DATABASE ${name} OWNER cairn_owner ${options}`);
  const target = { host, port, password, database: name };
  return {
    name,
    owner: { ...target, user: "cairn_owner" },
    app: { ...target, user: "cairn_login", role: "cairn_app" },
    drop: () => admin(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}
