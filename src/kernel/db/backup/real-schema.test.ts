import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { Client } from "pg";
import { restoreBackup, writeBackup } from "#kernel/db/backup/index.ts";
import { clientOptions } from "#kernel/db/database.ts";
import { cloneDatabase } from "#test/database.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

test("the schema's owner, who is no administrator, can back up and restore what Cairn's own migrations made", async (t) => {
  const [from, to] = await Promise.all([cloneDatabase(), cloneDatabase()]);
  t.after(() => Promise.all([from.drop(), to.drop()]));
  const source = new Client(clientOptions(from.owner));
  const target = new Client(clientOptions(to.owner));
  await Promise.all([source.connect(), target.connect()]);
  await source.query(`INSERT INTO kernel.event (id, name, version, payload, occurred_at, request_id)
    SELECT gen_random_uuid(), 'test.happened', 1, '{"n": 1.0}', '2027-01-04T08:00:00.123456Z', 'r' FROM generate_series(1, 3000)`);
  await source.query(
    "INSERT INTO kernel.dead_letter (id, subscriber, event_seq, error, attempts, failed_at) VALUES (gen_random_uuid(), 's', 2999, 'e', 1, now())",
  );
  // Rows that row-level security shows to some alone: the owner sees, and brings back, all.
  await source.query(`INSERT INTO people.account (id, kind, name, currency, locale, zone, created_at, updated_at)
    SELECT gen_random_uuid(), 'individual', 'Customer ' || n, 'EUR', 'de', 'UTC', now(), now() FROM generate_series(1, 50) n`);
  await source.query(`INSERT INTO people.membership (id, account_id, person_id, role, from_at)
    SELECT gen_random_uuid(), id, gen_random_uuid(), 'owner', now() FROM people.account`);
  await source.query(`INSERT INTO billing.credit_entry (id, account_id, currency, amount_minor, reason, source_key, at)
    SELECT gen_random_uuid(), id, 'EUR', 100, 'test', id::text, now() FROM people.account`);
  const file = path.join(temporaryFolder(), "cairn.gz");
  await writeBackup(from.owner, file, { now: Temporal.Instant.from("2027-01-04T08:00:00Z") });
  await restoreBackup(to.owner, file);
  const events =
    "SELECT count(*)::int AS events, md5(string_agg(e::text, ',' ORDER BY seq)) AS hash FROM kernel.event e";
  const restored = await target.query(events);
  assert.equal(restored.rows[0].events, 3000);
  assert.deepEqual(restored.rows, (await source.query(events)).rows);
  for (const table of [
    "people.account",
    "people.membership",
    "people.consent_text",
    "billing.credit_entry",
  ]) {
    const rows = `SELECT count(*)::int AS n, md5(string_agg(t::text, ',' ORDER BY t::text)) AS hash FROM ${table} t`;
    assert.deepEqual((await target.query(rows)).rows, (await source.query(rows)).rows, table);
  }
  const seen =
    await target.query(`SELECT relrowsecurity AS rls, (SELECT count(*)::int FROM pg_policy WHERE polrelid = c.oid) AS n
    FROM pg_class c WHERE oid = 'people.membership'::regclass`);
  assert.deepEqual(seen.rows, [{ rls: true, n: 2 }]);
  // What the migrations wrote is replaced without asking; what was restored is not.
  await assert.rejects(restoreBackup(to.owner, file), { code: "backup.not_empty" });
  const next = await target.query(
    "INSERT INTO kernel.event (id, name, version, payload, occurred_at, request_id) VALUES (gen_random_uuid(), 'n', 1, '{}', now(), 'r') RETURNING seq::int, xid > (SELECT max(xid) FROM kernel.event) AS later",
  );
  assert.deepEqual(next.rows, [{ seq: 3001, later: true }]);
  await Promise.all([source.end(), target.end()]);
});
