import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import path from "node:path";
import { readConfig } from "#kernel/config.ts";
import { startEmbeddedPostgres } from "#kernel/db/embedded/index.ts";
import { migrateDatabase } from "#kernel/db/migrate.ts";
import { type Connections, prepareEmbedded } from "#kernel/db/prepare.ts";
import { createLogger } from "#kernel/log.ts";
import { type App, createApp } from "#main/app.ts";
import { queueNames } from "#main/house.ts";

/** A house of its own for one measurement: a fresh embedded server, migrated, in a temporary folder. */
export async function openBenchHouse(): Promise<{
  app: App;
  connections: Connections;
  close(): Promise<void>;
}> {
  const folder = mkdtempSync(path.join(tmpdir(), "cairn-bench-"));
  const server = await startEmbeddedPostgres({ dataDir: folder });
  const connections = await prepareEmbedded(server);
  await migrateDatabase(connections.owner, queueNames());
  const config = readConfig({ CAIRN_DATA: folder, CAIRN_SECRET: "a secret only for measuring, long enough" });
  const app = await createApp({
    config,
    connection: { ...connections.app, max: 16 },
    log: createLogger("error"),
  });
  return {
    app,
    connections,
    close: async () => {
      await app.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Milliseconds of each run, in the order they were made; `warmUp` runs are not counted. */
export async function timeRuns(runs: number, work: () => unknown, warmUp = 3): Promise<number[]> {
  for (let run = 0; run < warmUp; run++) await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times;
}

/** The value below which a share of the times lies, in milliseconds with one decimal. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1);
  return Math.round((sorted[Math.max(0, at)] ?? 0) * 10) / 10;
}

/** Median and 95th percentile. */
export const summary = (times: readonly number[]) => ({
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
});

/** What the figures were taken on. */
export const machine = () => ({
  node: process.versions.node,
  cores: cpus().length,
  cpu: cpus()[0]?.model ?? "unknown",
  memoryGb: Math.round(totalmem() / 1024 ** 3),
});

/** Prints the result as one JSON document. */
export function report(result: object): void {
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
