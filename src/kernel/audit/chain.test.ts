import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { Client } from "pg";
import { sealAudit } from "#kernel/audit/seal.ts";
import { verifyAuditChain } from "#kernel/audit/verify.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { testServer } from "#test/database.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const addEntry = (db: Db, operation = "trial.do") =>
  db.execute(
    sql`INSERT INTO kernel.audit_entry (id, at, actor_kind, actor_id, operation, subjects, surface, outcome, request_id)
        VALUES (${newId()}, now(), 'person', ${newId()}, ${operation},
                ${JSON.stringify({ planId: newId(), id: newId() })}::jsonb, 'page', 'done', 'r')`,
  );

const positions = (db: Db) =>
  rows<{ position: number }>(db, sql`SELECT position FROM kernel.audit_seal ORDER BY position`);

describe("the audit chain", () => {
  let house: TestApp;
  let db: Db;
  let admin: Client;
  before(async () => {
    house = await openTestApp();
    ({ db } = house.app.database);
    const { host, port, adminUser, adminPassword } = testServer();
    const { database } = house.app.database.connection;
    admin = new Client({ host, port, user: adminUser, password: adminPassword, database });
    await admin.connect();
  });
  after(async () => {
    await admin.end();
    await house.close();
  });
  beforeEach(async () => {
    await admin.query("TRUNCATE kernel.audit_entry, kernel.audit_seal");
    for (let count = 0; count < 5; count++) await addEntry(db);
  });

  it("holds when nothing was touched, and grows", async () => {
    assert.equal((await sealAudit(db)).sealed, 5);
    await addEntry(db);
    assert.equal((await sealAudit(db)).sealed, 1);
    assert.equal((await sealAudit(db)).sealed, 0);
    const verdict = await verifyAuditChain(db);
    assert.deepEqual([verdict.ok, verdict.entries, verdict.head?.length], [true, 6, 64]);
  });

  it("holds when there is nothing", async () => {
    assert.deepEqual(await verifyAuditChain(db), { ok: true, entries: 0, head: null });
  });

  const faults: [what: string, statement: string][] = [
    ...[
      "at = at + interval '1 microsecond'",
      "actor_kind = 'token'",
      "actor_id = 'x'",
      "actor_id = NULL",
      `token_id = '${newId()}'`,
      "operation = 'trial.other'",
      'subjects = subjects || \'{"x":"y"}\'',
      "subjects = '{}'",
      "surface = 'mcp'",
      "outcome = 'proposed'",
      "request_id = 'other'",
      "xid = '1'",
      `id = '${newId()}'`,
    ].map((change): [string, string] => [
      change,
      `UPDATE kernel.audit_entry SET ${change} WHERE seq = (SELECT entry_seq FROM kernel.audit_seal WHERE position = 3)`,
    ]),
    ["a changed hash", "UPDATE kernel.audit_seal SET hash = repeat('a', 64) WHERE position = 3"],
    [
      "a removed entry",
      "DELETE FROM kernel.audit_entry WHERE seq = (SELECT entry_seq FROM kernel.audit_seal WHERE position = 3)",
    ],
    ["a removed link", "DELETE FROM kernel.audit_seal WHERE position = 3"],
    [
      "entries changing places",
      `WITH other AS (SELECT entry_seq FROM kernel.audit_seal WHERE position = 4)
       UPDATE kernel.audit_seal s SET entry_seq = CASE position WHEN 3 THEN (SELECT entry_seq FROM other)
         ELSE (SELECT entry_seq FROM kernel.audit_seal WHERE position = 3) END WHERE position IN (3, 4)`,
    ],
  ];
  for (const [what, statement] of faults)
    it(`finds ${what}`, async () => {
      await sealAudit(db);
      await admin.query("SET session_replication_role = replica");
      await admin.query("ALTER TABLE kernel.audit_seal DROP CONSTRAINT audit_seal_entry_seq_key");
      await admin.query(statement);
      const verdict = await verifyAuditChain(db);
      await admin.query("DELETE FROM kernel.audit_seal");
      await admin.query(
        "ALTER TABLE kernel.audit_seal ADD CONSTRAINT audit_seal_entry_seq_key UNIQUE (entry_seq)",
      );
      assert.equal(verdict.ok, false);
      assert.equal(verdict.firstBroken?.position, 3);
      assert.equal(verdict.entries, 2);
    });

  it("finds an entry that slipped in before the head", async () => {
    await sealAudit(db);
    await admin.query(
      `INSERT INTO kernel.audit_entry (seq, xid, id, at, actor_kind, operation, subjects, surface, outcome, request_id)
       OVERRIDING SYSTEM VALUE
       SELECT -seq, xid, gen_random_uuid(), at, actor_kind, 'trial.forged', '{}', surface, outcome, request_id
       FROM kernel.audit_entry e JOIN kernel.audit_seal s ON s.entry_seq = e.seq WHERE s.position = 4`,
    );
    assert.deepEqual((await verifyAuditChain(db)).firstBroken, {
      position: 4,
      reason: "An entry was added later.",
    });
  });

  it("seals no entry while an older transaction may still add one", async () => {
    await admin.query("BEGIN");
    await admin.query("SELECT pg_current_xact_id()");
    await addEntry(db, "trial.younger");
    await sealAudit(db);
    const sealedEarly = await firstRow(
      db,
      sql`SELECT FROM kernel.audit_seal s JOIN kernel.audit_entry e ON e.seq = s.entry_seq
          WHERE e.operation = 'trial.younger'`,
    );
    await admin.query("COMMIT");
    assert.equal(sealedEarly, undefined);
    await sealAudit(db);
    assert.equal((await verifyAuditChain(db)).entries, 6);
  });

  it("makes one chain of four sealers at work while entries come in", async () => {
    const write = async () => {
      for (let count = 0; count < 40; count++) await db.transaction((tx) => addEntry(tx));
    };
    const seal = async () => {
      for (let count = 0; count < 15; count++) await sealAudit(db);
    };
    await Promise.all([write(), write(), write(), seal(), seal(), seal(), seal()]);
    await sealAudit(db);
    const verdict = await verifyAuditChain(db);
    assert.deepEqual([verdict.ok, verdict.entries], [true, 125]);
    assert.deepEqual(
      (await positions(db)).map(({ position }) => position),
      Array.from({ length: 125 }, (_, index) => index + 1),
    );
  });
});
