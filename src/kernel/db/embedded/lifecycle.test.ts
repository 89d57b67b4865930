import assert from "node:assert/strict";
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { findEmbeddedPostgres, startEmbeddedPostgres } from "#kernel/db/embedded/index.ts";
import { isAppError } from "#kernel/errors.ts";
import { ask } from "#test/ask.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

test("the first start makes a private database, the next one finds what was written", async (t) => {
  const dataDir = temporaryFolder();
  const lines: string[] = [];
  const first = await startEmbeddedPostgres({
    dataDir,
    log: (line) => lines.push(line),
    settings: { work_mem: "5MB" },
  });
  assert.equal(first.adopted, false);
  assert.equal(mode(first.host), 0o700);
  assert.equal(mode(path.join(dataDir, "postgres/secret")), 0o600);
  assert.equal(existsSync(path.join(dataDir, "postgres.init")), false);
  assert.match(lines.join("\n"), /ready to accept connections/);
  assert.equal(await ask(first, "show listen_addresses"), "");
  assert.equal(await ask(first, "show work_mem"), "5MB");
  assert.equal(await ask(first, "show fsync"), "on");
  assert.equal(await ask(first, "show synchronous_commit"), "on");
  await ask(first, "create table kept as select 42 as answer");
  await first.stop();

  const second = await startEmbeddedPostgres({ dataDir });
  t.after(() => second.stop());
  assert.equal(second.adminPassword, first.adminPassword);
  assert.equal(await ask(second, "select answer::text from kept"), "42");
});

test("a wrong password is refused", async (t) => {
  const server = await startEmbeddedPostgres({ dataDir: temporaryFolder() });
  t.after(() => server.stop());
  await assert.rejects(ask({ ...server, adminPassword: "guess" }, "select 1"), { code: "28P01" });
});

test("a living server is refused to a second starter and found by a command beside it", async () => {
  const dataDir = temporaryFolder();
  assert.equal(findEmbeddedPostgres(dataDir), undefined);
  const server = await startEmbeddedPostgres({ dataDir });
  await assert.rejects(startEmbeddedPostgres({ dataDir }), (error) => {
    assert.ok(isAppError(error));
    assert.equal(error.code, "database.in_use");
    return error.message.includes(`process ${process.pid}, running since `);
  });
  assert.equal(findEmbeddedPostgres(dataDir)?.pid, server.pid);
  await Promise.all([server.stop(), server.stop()]);
  await server.ended;
  assert.equal(findEmbeddedPostgres(dataDir), undefined);
});

test("a half-made database is made again", async (t) => {
  const dataDir = temporaryFolder();
  mkdirSync(path.join(dataDir, "postgres.init/data"), { recursive: true });
  writeFileSync(path.join(dataDir, "postgres.init/data/PG_VERSION"), "18\n");
  const server = await startEmbeddedPostgres({ dataDir });
  t.after(() => server.stop());
  assert.equal(await ask(server, "select 'whole'"), "whole");
});

const mode = (file: string): number => statSync(file).mode & 0o777;
