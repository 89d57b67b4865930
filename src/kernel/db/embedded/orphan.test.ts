import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { locateBinaries } from "#kernel/db/embedded/binaries.ts";
import { findEmbeddedPostgres, startEmbeddedPostgres } from "#kernel/db/embedded/index.ts";
import { commandOf, isRunning, signal } from "#kernel/db/embedded/process-table.ts";
import { poll } from "#kernel/db/embedded/wait.ts";
import { WATCHDOG } from "#kernel/db/embedded/watchdog.ts";
import { ask } from "#test/ask.ts";
import { type ServerProcess, startElsewhere } from "#test/embedded-process.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

test("kill -9 of the parent: the server follows, and the next start finds every row", async (t) => {
  const dataDir = temporaryFolder();
  const parent = await startElsewhere(t, dataDir);
  await ask(parent.report, "create table kept as select 1 as one");
  await parent.kill();
  const server = await startEmbeddedPostgres({ dataDir });
  t.after(() => server.stop());
  assert.equal(isRunning(parent.report.pid), false);
  assert.equal(await ask(server, "select one::text from kept"), "1");
});

test("kill -9 of parent and watchdog: the orphan is adopted, watched again, and stopped in the end", async (t) => {
  const dataDir = temporaryFolder();
  const parent = await startElsewhere(t, dataDir);
  await orphan(dataDir, parent);
  assert.equal(isRunning(parent.report.pid), true);

  const adopter = await startElsewhere(t, dataDir);
  assert.equal(adopter.report.adopted, true);
  assert.equal(adopter.report.pid, parent.report.pid);
  assert.equal(await ask(adopter.report, "select 'same'"), "same");
  await orphan(dataDir, adopter);

  const second = await startElsewhere(t, dataDir);
  assert.equal(second.report.pid, parent.report.pid);
  await second.kill();
  assert.equal(await gone(parent.report.pid), true, "the new watchdog stops it after kill -9");

  const third = await startEmbeddedPostgres({ dataDir });
  assert.equal(third.adopted, false);
  await third.stop();
});

test("a clean stop of the adopter stops the adopted server", async (t) => {
  const dataDir = temporaryFolder();
  const parent = await startElsewhere(t, dataDir);
  await orphan(dataDir, parent);
  const adopter = await startEmbeddedPostgres({ dataDir });
  assert.equal(adopter.adopted, true);
  await adopter.stop();
  assert.equal(isRunning(adopter.pid), false);
  assert.equal(findEmbeddedPostgres(dataDir), undefined);
});

test("kill -9 of the server itself is told to its parent and waited out by the next start", async (t) => {
  const dataDir = temporaryFolder();
  const first = await startEmbeddedPostgres({ dataDir });
  signal(first.pid, "SIGKILL");
  await first.ended;
  await first.stop();
  const second = await startEmbeddedPostgres({ dataDir });
  t.after(() => second.stop());
  assert.equal(await ask(second, "select 'up'"), "up");
});

test("a stale pid file whose number now belongs to another program does not stop the start", async (t) => {
  const dataDir = temporaryFolder();
  await (await startEmbeddedPostgres({ dataDir })).stop();
  const file = path.join(dataDir, "postgres/data/postmaster.pid");
  const bystander = spawn("sleep", ["600"], accountOf(dataDir));
  t.after(() => bystander.kill());
  await once(bystander, "spawn");
  writeFileSync(file, `${bystander.pid}\n${path.dirname(file)}\n1\n5432\n\n\n  1 1\nready   \n`);
  const server = await startEmbeddedPostgres({ dataDir });
  t.after(() => server.stop());
  assert.equal(server.adopted, false);
  assert.equal(bystander.exitCode, null);
});

test("an orphan of other binaries is stopped, not adopted", async (t) => {
  const dataDir = temporaryFolder();
  const parent = await startElsewhere(t, dataDir, { native: otherPathToBinaries() });
  await orphan(dataDir, parent);
  const server = await startEmbeddedPostgres({ dataDir });
  t.after(() => server.stop());
  assert.equal(server.adopted, false);
  assert.equal(isRunning(parent.report.pid), false);
});

/** Ends the watchdog and its parent as the kernel does when memory runs out; the server alone stays. */
async function orphan(dataDir: string, parent: ServerProcess): Promise<void> {
  for (const name of readdirSync("/proc")) {
    const command = /^\d+$/.test(name) ? commandOf(Number(name)) : undefined;
    if (command?.includes(WATCHDOG) && command.includes(dataDir)) signal(Number(name), "SIGKILL");
  }
  await parent.kill();
}

const gone = (pid: number): Promise<true | undefined> =>
  poll(() => (isRunning(pid) ? undefined : true), { withinMs: 20_000 });

/** The installed binaries by another path, as after an upgrade into another folder. */
function otherPathToBinaries(): string {
  const other = path.join(temporaryFolder(), "native");
  symlinkSync(path.resolve(path.dirname(locateBinaries({ libraries: "" }).postgres), ".."), other);
  chmodSync(path.dirname(other), 0o755);
  return other;
}

function accountOf(dataDir: string): { uid: number; gid: number } {
  const { uid, gid } = statSync(path.join(dataDir, "postgres"));
  return { uid, gid };
}
