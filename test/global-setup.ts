import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "#kernel/db/embedded/index.ts";
import { migrateDatabase } from "#kernel/db/migrate.ts";
import { prepareEmbedded } from "#kernel/db/prepare.ts";
import { createRegistry } from "#kernel/operation/registry.ts";
import { modules } from "#main/modules.ts";

let stop: (() => Promise<void>) | undefined;

/** One database server for the whole run, with a migrated template that each test file clones. */
export async function globalSetup(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "cairn-test-"));
  const server = await startEmbeddedPostgres({ dataDir });
  const template = await prepareEmbedded(server, "cairn_template");
  await migrateDatabase(template.owner, [...createRegistry(modules).jobs.keys()]);
  process.env.CAIRN_TEST_SERVER = JSON.stringify({
    host: server.host,
    port: server.port,
    adminUser: server.adminUser,
    adminPassword: server.adminPassword,
  });
  stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

export async function globalTeardown(): Promise<void> {
  await stop?.();
}
