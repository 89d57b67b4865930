import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, readdirSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { after, before, suite, test } from "node:test";
import { createLogger } from "#kernel/log.ts";
import { buildPagesIfNeeded } from "#main/build.ts";
import { ROOT } from "#test/embedded-process.ts";
import { cairn, type Place, type Running, startCairn, until } from "#test/process/cairn.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

const PARTS = ["bin", "build", "db", "playbooks", "public", "src", "package.json", "package-lock.json"];
const CONFIGURATION = ["vite.config.ts", "react-router.config.ts", "tsconfig.json"];
const isRoot = process.getuid?.() === 0;

/** Number of the account that everybody's machine has for those who may do nothing. */
function nobody(): { uid: number; gid: number } {
  const [uid = 65534, gid = 65534] = ["-u", "-g"].map((flag) =>
    Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout),
  );
  return { uid, gid };
}

/** The checkout, copied so that nobody may write in it. Installed packages are linked, and stay as they are. */
function readOnlyCheckout(): string {
  const root = temporaryFolder();
  for (const part of [...PARTS, ...CONFIGURATION])
    cpSync(path.join(ROOT, part), path.join(root, part), { recursive: true, preserveTimestamps: true });
  const entries = readdirSync(root, { recursive: true, encoding: "utf8" }).map((name) =>
    path.join(root, name),
  );
  // Before the link is made: nothing but the copy is touched.
  for (const entry of entries)
    chmodSync(entry, statSync(entry).isDirectory() || path.basename(entry) === "cairn" ? 0o555 : 0o444);
  symlinkSync(path.join(ROOT, "node_modules"), path.join(root, "node_modules"));
  chmodSync(root, 0o555);
  return root;
}

const ids = nobody();
const becomes = isRoot ? spawnSync("setpriv", ["--version"]).error : undefined;
const skip = becomes ? "this is root, and there is no setpriv to become an ordinary user" : false;

suite("an ordinary user, on a checkout that cannot be written", { timeout: 300_000, skip }, () => {
  let running: Running;
  let place: Place;

  before(async () => {
    await buildPagesIfNeeded(createLogger("silent"));
    const root = readOnlyCheckout();
    const home = temporaryFolder();
    if (isRoot) chownSync(home, ids.uid, ids.gid);
    place = {
      bin: path.join(root, "bin/cairn"),
      cwd: home,
      env: { CAIRN_DATA: path.join(home, "data"), HOME: home },
      prefix: isRoot ? ["setpriv", `--reuid=${ids.uid}`, `--regid=${ids.gid}`, "--clear-groups", "--"] : [],
    };
    running = await startCairn([], place);
  });
  after(async () => {
    await running?.kill();
  });

  test("it starts, prints the owner's link and serves pages", async () => {
    const link = await until("the owner's link", () => running.ownerLink());
    const page = await fetch(link);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<h1/);
  });

  test("a command works beside it", async () => {
    const { code, out, err } = await cairn(["doctor", "--json"], place);
    assert.deepEqual([code, JSON.parse(out).ok], [0, true], err);
  });

  test("it ends in order", async () => {
    const { code, err } = await running.stop();
    assert.equal(code, 0, err);
  });
});
