import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { locateBinaries } from "#kernel/db/embedded/binaries.ts";
import { startEmbeddedPostgres } from "#kernel/db/embedded/index.ts";
import { ask } from "#test/ask.ts";
import { ROOT, startElsewhere } from "#test/embedded-process.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

const NOBODY = 65534;
const NATIVE = path.resolve(path.dirname(locateBinaries({ libraries: "" }).postgres), "..");

test("a data folder too deep for a socket gets a short socket folder, found again by the next start", async (t) => {
  const dataDir = path.join(
    temporaryFolder(),
    ...Array.from({ length: 12 }, () => "a-rather-long-name-of-a-folder"),
  );
  const first = await startEmbeddedPostgres({ dataDir });
  assert.equal(await ask(first, "select 'deep'"), "deep");
  assert.equal(statSync(first.host).mode & 0o777, 0o700);
  await first.stop();
  const second = await startEmbeddedPostgres({ dataDir });
  t.after(() => second.stop());
  assert.equal(second.host, first.host);
});

for (const name of ["John Smith's, data", 'a "quoted" folder', "número-ñ"]) {
  test(`a data folder named ${name} works`, async (t) => {
    const server = await startEmbeddedPostgres({ dataDir: path.join(temporaryFolder(), name) });
    t.after(() => server.stop());
    assert.equal(await ask(server, "select 'named'"), "named");
  });
}

test("root works on a data folder that no other account can reach, or says what to do", async (t) => {
  if (process.getuid?.() !== 0) return t.skip("needs root");
  const closed = temporaryFolder();
  const started = startEmbeddedPostgres({ dataDir: path.join(closed, "data") });
  if (namespacesAllowed()) {
    const server = await started;
    t.after(() => server.stop());
    assert.equal(statSync(closed).mode & 0o777, 0o700, "the folder above stays as closed as it was");
    assert.equal(await ask(server, "select 'reached'"), "reached");
  } else await assert.rejects(started, { code: "database.account", message: /as an ordinary user/ });
});

test("an ordinary account works", async (t) => {
  if (process.getuid?.() !== 0) return t.skip("this run is an ordinary account already; every test shows it");
  const why = whyNotAs(NOBODY);
  if (why) return t.skip(why);
  const server = await startElsewhere(t, folderOf(NOBODY), { prefix: as(NOBODY) });
  assert.equal(server.report.error, undefined);
  assert.equal(await ask(server.report, "select current_user::text"), "postgres");
});

test("a start by root leaves the data to the account that owns them", async (t) => {
  if (process.getuid?.() !== 0) return t.skip("needs root");
  const why = whyNotAs(NOBODY);
  if (why) return t.skip(why);
  const dataDir = folderOf(NOBODY);
  await (await startElsewhere(t, dataDir, { prefix: as(NOBODY) })).stop();
  await (await startEmbeddedPostgres({ dataDir })).stop();
  const again = await startElsewhere(t, dataDir, { prefix: as(NOBODY) });
  assert.equal(await ask(again.report, "select 'mine'"), "mine");
});

test("an account without a name works, or hears what to do", async (t) => {
  const nameless = 54_321;
  if (process.getuid?.() !== 0) return t.skip("needs root to become such an account");
  const why = whyNotAs(nameless);
  if (why) return t.skip(why);
  const server = await startElsewhere(t, folderOf(nameless), { prefix: as(nameless) });
  if (namespacesAllowed(as(nameless)))
    assert.equal(await ask(server.report, "select 'nameless'"), "nameless");
  else assert.equal(server.report.error?.code, "database.account");
});

test("a checkout that cannot be written, installed without scripts, works", async (t) => {
  const root = process.getuid?.() === 0;
  const why = root ? whyNotAs(NOBODY) : undefined;
  if (why) return t.skip(why);
  const native = unwritableCopy();
  const dataDir = root ? folderOf(NOBODY) : temporaryFolder();
  const server = await startElsewhere(t, dataDir, { native, prefix: root ? as(NOBODY) : [] });
  assert.equal(server.report.error, undefined);
  assert.equal(await ask(server.report, "select 'read only'"), "read only");
  const links = linksOf(native);
  assert.ok(links.length > 0);
  assert.ok(links.every((link) => !existsSync(link)));
});

test("a checkout that can be written gets its links back", () => {
  const native = copyWithoutLinks();
  assert.equal(locateBinaries({ libraries: temporaryFolder(), native }).libraryPath, "");
  assert.ok(linksOf(native).every((link) => existsSync(link)));
});

test("an uninstalled server names the cure", async () => {
  const started = startEmbeddedPostgres({ dataDir: temporaryFolder(), native: temporaryFolder() });
  await assert.rejects(started, { code: "database.binaries_missing", message: /npm install/ });
});

const as = (uid: number): string[] => ["setpriv", `--reuid=${uid}`, `--regid=${uid}`, "--clear-groups"];

/** Undefined when the account can run Node from this checkout, otherwise the reason to skip. */
function whyNotAs(uid: number): string | undefined {
  const [file = "", ...rest] = [...as(uid), process.execPath, "-e", 'import("#kernel/db/embedded/index.ts")'];
  const trial = spawnSync(file, rest, { cwd: ROOT, encoding: "utf8" });
  if (trial.status === 0) return undefined;
  return trial.error
    ? `setpriv is missing: ${trial.error.message}`
    : `account ${uid} cannot read this checkout`;
}

function namespacesAllowed(prefix: string[] = []): boolean {
  const [file = "", ...rest] = [
    ...prefix,
    "unshare",
    "--user",
    "--map-user=65534",
    "--map-group=65534",
    "true",
  ];
  return spawnSync(file, rest).status === 0;
}

function folderOf(uid: number): string {
  const dir = temporaryFolder();
  chownSync(dir, uid, uid);
  return dir;
}

function copyWithoutLinks(): string {
  const native = path.join(temporaryFolder(), "native");
  chmodSync(path.dirname(native), 0o755);
  const links = new Set(linksOf(NATIVE));
  cpSync(NATIVE, native, { recursive: true, filter: (source) => !links.has(source) });
  return native;
}

function unwritableCopy(): string {
  const native = copyWithoutLinks();
  chmodSync(path.join(native, "lib"), 0o555);
  return native;
}

function linksOf(native: string): string[] {
  const list = JSON.parse(readFileSync(path.join(native, "pg-symlinks.json"), "utf8")) as {
    target: string;
  }[];
  return list.map(({ target }) => path.resolve(native, "..", target));
}
