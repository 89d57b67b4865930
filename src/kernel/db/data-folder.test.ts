import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { lockDataFolder, makeDataFolder } from "#kernel/db/data-folder.ts";
import { isAppError } from "#kernel/errors.ts";
import { ROOT } from "#test/embedded-process.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

const HOLDER = `
import { lockDataFolder } from "#kernel/db/data-folder.ts";
try {
  lockDataFolder(process.argv[1]);
  process.stdout.write("held\\n");
  process.stdin.resume();
} catch (error) {
  process.stdout.write(error.code + "\\n");
}`;

test("the folder is made private and held once, by whatever name", () => {
  const dir = path.join(temporaryFolder(), "deep", "data");
  const folder = lockDataFolder(dir);
  assert.equal(folder.dir, dir);
  assert.equal(statSync(dir).mode & 0o777, 0o700);
  const alias = path.join(path.dirname(dir), "alias");
  symlinkSync(dir, alias);
  assert.throws(() => lockDataFolder(alias), isInUse(process.pid));
  folder.release();
  folder.release();
  const again = lockDataFolder(alias);
  assert.equal(again.dir, dir);
  again.release();
});

test("another process is named with its number and since when it runs", async (t) => {
  const dir = temporaryFolder();
  const holder = await hold(t, dir);
  assert.equal(holder.said, "held");
  assert.throws(() => lockDataFolder(dir), isInUse(holder.child.pid));
  await holder.kill();
});

test("kill -9 gives the folder back at once", async (t) => {
  const dir = temporaryFolder();
  const holder = await hold(t, dir);
  await holder.kill();
  assert.ok(existsSync(path.join(dir, "lock.json")), "its note is still there");
  lockDataFolder(dir).release();
});

test("a note that names a living process holds nothing: only the lock counts", () => {
  const dir = temporaryFolder();
  writeFileSync(path.join(dir, "lock"), "");
  writeFileSync(
    path.join(dir, "lock.json"),
    JSON.stringify({ pid: process.ppid, since: "2020-01-01T00:00:00Z" }),
  );
  lockDataFolder(dir).release();
});

test("of many processes at once exactly one gets it", async (t) => {
  const dir = temporaryFolder();
  const starters = await Promise.all(Array.from({ length: 6 }, () => hold(t, dir)));
  const said = starters.map((starter) => starter.said).toSorted();
  assert.deepEqual(said, [...Array.from({ length: 5 }, () => "data_folder.in_use"), "held"]);
  await Promise.all(starters.map((starter) => starter.kill()));
});

test("a folder that cannot be made names the setting", () => {
  const file = path.join(temporaryFolder(), "file");
  writeFileSync(file, "");
  assert.throws(() => lockDataFolder(path.join(file, "data")), {
    code: "data_folder.unusable",
    message: /CAIRN_DATA/,
  });
});

const isInUse = (pid: number | undefined) => (error: unknown) =>
  isAppError(error) &&
  error.code === "data_folder.in_use" &&
  new RegExp(`process ${pid}, running since \\d{4}-\\d\\d-\\d\\dT[\\d:]+Z`).test(error.message);

async function hold(t: TestContext, dir: string) {
  const child = spawn(process.execPath, ["--input-type=module", "-e", HOLDER, "--", dir], {
    cwd: ROOT,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  t.after(() => child.kill("SIGKILL"));
  const [said] = await once(child.stdout, "data");
  return {
    child,
    said: String(said).trim(),
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

test("a folder below a file system that makes none is refused, and not tried for ever", {
  skip: !existsSync("/proc/self"),
}, () => {
  const dir = path.join("/proc", "cairn", "data");
  assert.throws(() => makeDataFolder(dir), { code: "data_folder.unusable" });
});
