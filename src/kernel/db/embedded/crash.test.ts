import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { startEmbeddedPostgres } from "#kernel/db/embedded/index.ts";
import { signal } from "#kernel/db/embedded/process-table.ts";
import { ask } from "#test/ask.ts";
import { ROOT } from "#test/embedded-process.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

const KILLS = 20;
const ROWS_PER_LIFE = 40;

// Four clients insert one row after another and say each number once its commit is acknowledged.
const WRITER = `
import pg from "pg";
import { startEmbeddedPostgres } from "#kernel/db/embedded/index.ts";
const [dataDir, life] = process.argv.slice(1);
const server = await startEmbeddedPostgres({ dataDir });
process.stdout.write("server " + server.pid + "\\n");
await Promise.all([1, 2, 3, 4].map(async (number) => {
  const client = new pg.Client({ host: server.host, port: server.port, user: server.adminUser, password: server.adminPassword, database: "postgres" });
  await client.connect();
  for (let row = 0; ; row += 1) {
    const key = [life, number, row].join("-");
    await client.query("insert into written values ($1)", [key]);
    process.stdout.write(key + "\\n");
  }
}));`;

test(`${KILLS} times kill -9 of everything under load: no acknowledged row is lost`, async (t) => {
  const dataDir = temporaryFolder();
  const first = await startEmbeddedPostgres({ dataDir });
  await ask(first, "create table written (key text primary key)");
  await first.stop();

  const acknowledged: string[] = [];
  for (let life = 0; life < KILLS; life += 1) acknowledged.push(...(await liveAndDie(dataDir, life)));

  const last = await startEmbeddedPostgres({ dataDir });
  t.after(() => last.stop());
  assert.ok(acknowledged.length >= KILLS * ROWS_PER_LIFE);
  const keys = (await ask(last, "select string_agg(key, ' ') from written")) as string;
  const kept = new Set(keys.split(" "));
  assert.deepEqual(
    acknowledged.filter((key) => !kept.has(key)),
    [],
  );
});

/** Runs the writer until enough rows are acknowledged, kills every process of it, and gives all it acknowledged. */
async function liveAndDie(dataDir: string, life: number): Promise<string[]> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", WRITER, "--", dataDir, String(life)], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const keys: string[] = [];
  let postmaster = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith("server ")) postmaster = Number(line.slice(7));
    else keys.push(line);
    if (keys.length === ROWS_PER_LIFE) killAll([child.pid ?? 0, watchdogOf(dataDir), postmaster]);
  }
  await exited;
  return keys;
}

function killAll(processes: number[]): void {
  for (const pid of processes) signal(pid, "SIGKILL");
}

const watchdogOf = (dataDir: string): number =>
  Number(readFileSync(path.join(dataDir, "postgres/watchdog.pid"), "utf8"));
