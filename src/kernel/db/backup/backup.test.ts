import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { restoreBackup, verifyBackup, writeBackup } from "#kernel/db/backup/index.ts";
import { startEmbeddedPostgres } from "#kernel/db/embedded/index.ts";
import { openFolderStore } from "#kernel/files/folder-store.ts";
import { catalogOf, owner, run, stateOf } from "#test/database-state.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

const now = Temporal.Instant.from("2027-01-04T08:00:00Z");
const [tables, oddRows] = ["odd-tables.sql", "odd-rows.sql"].map((name) =>
  readFileSync(path.join(import.meta.dirname, name), "utf8"),
) as [string, string];
const folder = temporaryFolder();

const [source, target] = await Promise.all([
  startEmbeddedPostgres({ dataDir: temporaryFolder() }),
  startEmbeddedPostgres({ dataDir: temporaryFolder() }),
]);
after(() => Promise.all([source.stop(), target.stop()]));
await run(source, "postgres", tables + oddRows);

let databases = 0;

test("every type, key, trigger, partition and sequence comes back on another server as it was", async () => {
  const file = path.join(folder, "whole.gz");
  const summary = await writeBackup(owner(source), file, { now });
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(existsSync(`${file}.partial`), false);
  const database = await freshDatabase();
  const restored = await restoreBackup(owner(target, database), file);
  assert.deepEqual(restored, { createdAt: "2027-01-04T08:00:00Z", rows: summary.rows, files: 0 });
  assert.deepEqual(await stateOf(target, database), await stateOf(source, "postgres"));
  assert.deepEqual(await catalogOf(target, database), await catalogOf(source, "postgres"));
  assert.equal(
    await run(target, database, "INSERT INTO odd.every_type DEFAULT VALUES RETURNING id::text"),
    "41",
  );
  assert.equal(await run(target, database, "SELECT nextval('odd.loose')::text"), "13");
  assert.equal(await run(target, database, "SELECT nextval('odd.untouched')::text"), "1");
  await assert.rejects(run(target, database, "UPDATE odd.tree SET parent_id = 99999 WHERE id = 1"), {
    code: "23503",
  });
});

test("a transaction id stored in a row lies in the past of the server it is restored to", async () => {
  const database = await freshDatabase();
  const file = path.join(folder, "xid.gz");
  await writeBackup(owner(source), file, { now });
  await restoreBackup(owner(target, database), file);
  const seen =
    "SELECT count(*)::text FROM odd.every_type WHERE xid < pg_snapshot_xmin(pg_current_snapshot())";
  assert.equal(await run(target, database, seen), "3");
});

test("a transaction id that this server could hardly reach is refused before anything is done", async () => {
  const database = "far";
  await run(source, "postgres", `CREATE DATABASE ${database}`);
  await run(source, database, "CREATE TABLE fact AS SELECT '18446744073709551615'::xid8 AS xid");
  const file = path.join(folder, "far.gz");
  await writeBackup(owner(source, database), file, { now });
  await run(target, "postgres", `CREATE DATABASE ${database}`);
  await run(target, database, "CREATE TABLE fact (xid xid8)");
  await assert.rejects(restoreBackup(owner(target, database), file), { code: "backup.too_far_ahead" });
});

test("a backup is of one instant, whatever is written meanwhile", async () => {
  const database = "moving";
  await run(source, "postgres", `CREATE DATABASE ${database}`);
  await run(
    source,
    database,
    "CREATE TABLE debit AS SELECT i AS n FROM generate_series(1, 20000) i; CREATE TABLE z_credit AS SELECT 0 AS n LIMIT 0",
  );
  const over = new AbortController();
  const moves = moveUntil(over.signal, database);
  const file = path.join(folder, "moving.gz");
  const { rows } = await writeBackup(owner(source, database), file, { now });
  over.abort();
  await moves;
  assert.equal(rows, 20_000);
});

test("uploaded files travel along, and those that are lost are named", async () => {
  const database = "filed";
  const from = openFolderStore(path.join(folder, "from"));
  const to = openFolderStore(path.join(folder, "to"));
  const content = Buffer.alloc(200_000, "a plan is a document ");
  const stored = await from.write(chunks(content), { maxBytes: content.length });
  const lost = "f".repeat(64);
  const create =
    "CREATE SCHEMA kernel; CREATE TABLE kernel.file (id int PRIMARY KEY, sha256 text, bytes bigint)";
  await run(source, "postgres", `CREATE DATABASE ${database}`);
  await run(source, database, create);
  await run(
    source,
    database,
    `INSERT INTO kernel.file VALUES (1, '${stored.sha256}', 200000), (2, '${stored.sha256}', 200000), (3, '${lost}', 1)`,
  );
  const file = path.join(folder, "filed.gz");
  const summary = await writeBackup(owner(source, database), file, { now, files: from });
  assert.deepEqual([summary.files, summary.missingFiles], [1, [lost]]);

  await run(target, "postgres", `CREATE DATABASE ${database}`);
  await run(target, database, create);
  const restored = await restoreBackup(owner(target, database), file, { files: to });
  assert.equal(restored.files, 1);
  assert.deepEqual(Buffer.concat(await Array.fromAsync(await to.read(stored.sha256))), content);
  const without = await restoreBackup(owner(target, database), file, { force: true });
  assert.deepEqual([without.rows, without.files], [3, 0]);
});

test("a database with data is replaced only when that is said", async () => {
  const database = await freshDatabase();
  await run(target, database, "INSERT INTO odd.watched VALUES ('work of a day')");
  const file = path.join(folder, "again.gz");
  await writeBackup(owner(source), file, { now });
  await assert.rejects(restoreBackup(owner(target, database), file), {
    code: "backup.not_empty",
    message: /odd\.watched/,
  });
  await restoreBackup(owner(target, database), file, { force: true });
  assert.deepEqual(await stateOf(target, database), await stateOf(source, "postgres"));
});

test("a database of another release is refused", async () => {
  const database = await freshDatabase();
  await run(
    target,
    database,
    "CREATE SCHEMA drizzle; CREATE TABLE drizzle.__drizzle_migrations AS SELECT 1 AS id, 'abc' AS hash",
  );
  const file = path.join(folder, "release.gz");
  await writeBackup(owner(source), file, { now });
  await assert.rejects(restoreBackup(owner(target, database), file), { code: "backup.other_release" });
});

test("a damaged file changes nothing, wherever the damage is", async () => {
  const database = await freshDatabase();
  await run(target, database, "INSERT INTO odd.watched VALUES ('work of a day')");
  const untouched = await stateOf(target, database);
  const whole = path.join(folder, "undamaged.gz");
  await writeBackup(owner(source), whole, { now });
  for (const [damage, bytes] of Object.entries(damages(readFileSync(whole)))) {
    const file = path.join(folder, "damaged.gz");
    writeFileSync(file, bytes);
    await assert.rejects(
      restoreBackup(owner(target, database), file, { force: true }),
      { code: "backup.corrupt" },
      damage,
    );
    assert.deepEqual(await stateOf(target, database), untouched, damage);
  }
});

test("rows that break the database's own rules change nothing", async () => {
  const database = await freshDatabase();
  await run(
    target,
    database,
    "INSERT INTO odd.watched VALUES ('work of a day'); ALTER TABLE odd.twin ADD CHECK (id > 1)",
  );
  const untouched = await stateOf(target, database);
  const file = path.join(folder, "rules.gz");
  await writeBackup(owner(source), file, { now });
  await assert.rejects(restoreBackup(owner(target, database), file, { force: true }), {
    code: "backup.failed",
  });
  assert.deepEqual(await stateOf(target, database), untouched);
});

test("a backup that cannot be written leaves the last one alone", async () => {
  const file = path.join(folder, "kept.gz");
  await writeBackup(owner(source), file, { now });
  const before = readFileSync(file);
  await assert.rejects(writeBackup({ ...owner(source), password: "wrong" }, file, { now }), {
    code: "backup.failed",
  });
  await assert.rejects(writeBackup(owner(source), path.join(folder, "no/such/folder"), { now }), {
    code: "backup.failed",
  });
  assert.deepEqual(readFileSync(file), before);
  assert.equal((await verifyBackup(file)).createdAt, "2027-01-04T08:00:00Z");
});

/** Moves one row after another from a table that is read early to one that is read late. */
async function moveUntil(over: AbortSignal, database: string): Promise<void> {
  const move = `WITH moved AS (DELETE FROM debit WHERE n = (SELECT min(n) FROM debit) RETURNING n)
    INSERT INTO z_credit SELECT n FROM moved`;
  while (!over.aborted) await run(source, database, move);
}

function damages(whole: Buffer): Record<string, Buffer> {
  const text = gunzipSync(whole).toString();
  const lines = text.trimEnd().split("\n");
  const flipped = Buffer.from(whole);
  flipped[whole.length >> 1]! ^= 1;
  return {
    "cut in the middle": whole.subarray(0, whole.length >> 1),
    "cut before the end, gzip whole": gzipSync(`${lines.slice(0, -1).join("\n")}\n`),
    "cut in the last line, gzip whole": gzipSync(text.slice(0, -10)),
    "one bit flipped": flipped,
    "one letter changed, gzip whole": gzipSync(text.replace("as it was", "as it isn")),
    "a line lost, gzip whole": gzipSync(text.replace(/\n\["17",[^\n]*/, "")),
    "something after the end": gzipSync(`${text}["1"]\n`),
    "not a backup": Buffer.from("PK and so on"),
    "nothing at all": Buffer.alloc(0),
    "nothing at all, gzip whole": gzipSync(""),
  };
}

async function freshDatabase(): Promise<string> {
  databases += 1;
  const database = `fresh_${databases}`;
  await run(target, "postgres", `CREATE DATABASE ${database}`);
  await run(target, database, tables);
  return database;
}

async function* chunks(content: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += 70_000) yield content.subarray(at, at + 70_000);
}
