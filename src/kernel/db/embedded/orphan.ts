import { Client } from "pg";
import type { Binaries } from "#kernel/db/embedded/binaries.ts";
import { cannotStart } from "#kernel/db/embedded/errors.ts";
import { ADMIN, readSecret } from "#kernel/db/embedded/initialise.ts";
import type { Layout } from "#kernel/db/embedded/layout.ts";
import { findPostmaster, type Postmaster } from "#kernel/db/embedded/postmaster.ts";
import { signal } from "#kernel/db/embedded/process-table.ts";
import { poll } from "#kernel/db/embedded/wait.ts";
import { hasWatchdog } from "#kernel/db/embedded/watchdog.ts";

const PATIENCE_MS = 60_000;

/**
 * Settles what an earlier process left running on this data directory: gives a server that can be adopted, or
 * undefined when none runs any more. One whose watchdog still lives is on its way down already, and one of
 * other binaries is stopped; both are waited out. The caller holds the lock, so nobody else can own it.
 * Errors: `database.orphan_stuck`.
 */
export async function settleOrphan(layout: Layout, binaries: Binaries): Promise<Postmaster | undefined> {
  const settled = await poll(
    async () => {
      const found = findPostmaster(layout);
      if (!found) return { orphan: undefined };
      if (found.status !== "ready") return undefined;
      const adoptable = !hasWatchdog(layout) && found.command.startsWith(binaries.postgres);
      if (adoptable && (await answers(layout, found))) return { orphan: found };
      signal(found.pid, "SIGINT");
      return undefined;
    },
    { withinMs: PATIENCE_MS },
  );
  if (settled) return settled.orphan;
  const pid = findPostmaster(layout)?.pid;
  throw cannotStart(
    "orphan_stuck",
    `An earlier database server of this data folder (process ${pid}) neither works nor stops. End it with: kill -QUIT ${pid}`,
  );
}

async function answers(layout: Layout, server: Postmaster): Promise<boolean> {
  const client = new Client({
    host: server.socketDirectory,
    port: server.port,
    user: ADMIN,
    password: readSecret(layout),
    database: "postgres",
    connectionTimeoutMillis: 5000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
