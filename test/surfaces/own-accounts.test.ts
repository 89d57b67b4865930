import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { z } from "zod";
import type { Actor } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineModule, type Module } from "#kernel/module.ts";
import { defineCommand, defineQuery } from "#kernel/operation/operation.ts";
import { modules } from "#main/modules.ts";
import { createCustomer, type TestCustomer } from "#test/factories/customers.ts";
import { createPeople, personId } from "#test/factories/people.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

/** Runs whatever SQL it is given: an operation that got everything wrong but its access. */
const anySql = z.object({ statement: z.string() });
const found = z.object({ rows: z.array(z.record(z.string(), z.unknown())) });
type Row = Record<string, unknown>;
const naiveRead = defineQuery({
  name: "naive.read",
  title: "Read without looking whose it is",
  http: "GET /naive",
  access: "customer",
  input: anySql,
  output: found,
  run: async ({ db, input }) => ({ rows: await rows<Row>(db, sql.raw(input.statement)) }),
});
const naiveWrite = defineCommand({
  name: "naive.write",
  title: "Write without looking whose it is",
  http: "POST /naive",
  access: "customer",
  input: anySql,
  output: found,
  run: async ({ tx, input }) => ({ rows: await rows<Row>(tx, sql.raw(input.statement)) }),
});
const naiveModule: Module = defineModule({
  name: "naive",
  title: "Naive",
  permissions: {},
  operations: [naiveRead, naiveWrite],
});

/** Tables with an account that no customer's operation sees at all. */
const HIDDEN = ["billing.sandbox_object"];

/** A table as the catalogue shows it. */
interface Guard {
  table: string;
  rls: boolean;
  policies: string[];
}

describe("a customer's operation that forgets whose rows it may touch", () => {
  let house: TestApp;
  let anna: TestCustomer;
  let bernd: TestCustomer;
  before(async () => {
    house = await openTestApp({ modules: [...(modules as readonly Module[]), naiveModule] });
    await createPeople(house);
    anna = await createCustomer(house, { name: "Anna" });
    bernd = await createCustomer(house, { name: "Bernd" });
    for (const { accountId, actor } of [anna, bernd]) {
      await house.app.database.db.execute(
        sql`INSERT INTO billing.credit_entry (id, account_id, currency, amount_minor, reason, source_key, at)
            VALUES (${newId()}, ${accountId}, 'EUR', 100, 'test', ${newId()}, now())`,
      );
      await house.call("people.set_my_consent", { purpose: "news", granted: true }, actor);
      await house.call("people.request_my_erasure", {}, actor);
    }
  });
  after(() => house.close());

  const run = async (name: "naive.read" | "naive.write", statement: string, actor: Actor) =>
    ((await house.app.call(name, { statement }, { actor, surface: "page" })) as z.output<typeof found>).rows;
  const read = (statement: string, actor: Actor) => run("naive.read", statement, actor);
  const write = (statement: string, actor: Actor) => run("naive.write", statement, actor);
  const refusedAs = (pattern: RegExp) => (error: Error) => pattern.test(String(error.cause ?? error));

  it("reads its own account's rows and no other's", async () => {
    assert.deepEqual(await read("SELECT account_id FROM billing.credit_entry", anna.actor), [
      { account_id: anna.accountId },
    ]);
    assert.deepEqual(await read("SELECT id FROM people.account", bernd.actor), [{ id: bernd.accountId }]);
    for (const table of ["people.consent", "people.erasure_request"])
      assert.deepEqual(await read(`SELECT person_id FROM ${table}`, anna.actor), [
        { person_id: anna.personId },
      ]);
  });

  it("changes, removes and adds no other's", async () => {
    await write("UPDATE billing.credit_entry SET amount_minor = 1", anna.actor);
    await write("DELETE FROM billing.credit_entry", anna.actor);
    const left = await rows<{ account_id: string; amount_minor: number }>(
      house.app.database.db,
      sql`SELECT account_id, amount_minor FROM billing.credit_entry`,
    );
    assert.deepEqual(left, [{ account_id: bernd.accountId, amount_minor: 100 }]);
    const insert = (accountId: string) =>
      write(
        `INSERT INTO billing.credit_entry (id, account_id, currency, amount_minor, reason, source_key, at)
         VALUES ('${newId()}', '${accountId}', 'EUR', 5, 'test', '${newId()}', now())`,
        anna.actor,
      );
    await assert.rejects(insert(bernd.accountId), refusedAs(/row-level security/));
    await assert.rejects(
      write(`UPDATE people.membership SET account_id = '${bernd.accountId}'`, anna.actor),
      refusedAs(/row-level security/),
    );
    await insert(anna.accountId);
  });

  it("does not change what was agreed to, not even its own", async () => {
    assert.deepEqual(await write("UPDATE people.consent SET granted = false RETURNING id", anna.actor), []);
    assert.deepEqual(await write("DELETE FROM people.consent RETURNING id", anna.actor), []);
    await assert.rejects(
      write("UPDATE people.consent_text SET body = 'x'", anna.actor).then((changed) => {
        assert.deepEqual(changed, []);
        throw new Error("row-level security hid the row");
      }),
      refusedAs(/row-level security/),
    );
  });

  it("sees of other people those alone who share an account", async () => {
    const names = async (actor: Actor) =>
      (await read("SELECT name FROM auth.person ORDER BY name", actor)).map(({ name }) => name);
    assert.deepEqual(await names(anna.actor), ["Anna"]);
    const clara = await createCustomer(house, { name: "Clara" });
    await house.app.database.db.execute(
      sql`INSERT INTO people.membership (id, account_id, person_id, role, from_at)
          VALUES (${newId()}, ${anna.accountId}, ${clara.personId}, 'member', now())`,
    );
    assert.deepEqual(await names(anna.actor), ["Anna", "Clara"]);
    assert.deepEqual(await names(clara.actor), ["Anna", "Clara"]);
    assert.deepEqual(await names(bernd.actor), ["Bernd"]);
  });

  it("sees nothing for somebody without an account, and nothing at all where nobody was said", async () => {
    const nobody: Actor = { kind: "person", personId: newId(), role: null };
    for (const table of ["people.account", "billing.credit_entry", "people.consent", "auth.person"])
      assert.deepEqual(await read(`SELECT id FROM ${table}`, nobody), [], table);
    const seen = await house.app.database.db.transaction(async (tx) => {
      await tx.execute(sql`SET LOCAL ROLE cairn_customer`);
      return rows(tx, sql`SELECT id FROM people.account UNION ALL SELECT id FROM billing.credit_entry`);
    });
    assert.deepEqual(seen, []);
  });

  it("sees its own accounts alone for staff who are customers too", async () => {
    const owner = house.person("owner");
    const own = await createCustomer(house, { signedInPersonId: personId(house, "owner"), name: "Own" });
    assert.deepEqual(await read("SELECT id FROM people.account", owner), [{ id: own.accountId }]);
    const mine = await house.call("people.get_my_accounts", {}, owner);
    assert.deepEqual(
      mine.items.map(({ accountId }) => accountId),
      [own.accountId],
    );
    assert.ok((await house.call("people.list_accounts", {}, owner)).total >= 3);
  });

  it("reaches nothing of the company's own: plan, sign-in, settings of people, what was mailed, done and recorded", async () => {
    for (const table of [
      "playbook.plan",
      "platform.notification",
      "auth.session",
      "auth.account",
      "auth.api_token",
      "auth.link",
      "kernel.event",
      "kernel.audit_entry",
      "kernel.metric_point",
      "kernel.dead_letter",
      "drizzle.__drizzle_migrations",
    ])
      await assert.rejects(
        read(`SELECT * FROM ${table}`, house.person("owner")),
        refusedAs(/permission denied/),
        table,
      );
    for (const statement of [
      "SELECT role FROM auth.person",
      "SELECT text FROM kernel.mail",
      "UPDATE auth.person SET name = 'x'",
      "UPDATE kernel.setting SET value = '{}'",
      "DELETE FROM kernel.event",
    ])
      await assert.rejects(write(statement, anna.actor), refusedAs(/permission denied/), statement);
    for (const table of ["people.merge", "people.merge_move", "people.import"])
      assert.deepEqual(await read(`SELECT * FROM ${table}`, anna.actor), [], table);
  });

  it("leaves the connection with the rights of the house", async () => {
    for (let n = 0; n < 30; n++) await read("SELECT 1 AS one", anna.actor);
    const roles = await Promise.all(
      Array.from({ length: 12 }, () =>
        rows<{ role: string; accounts: string }>(
          house.app.database.db,
          sql`SELECT current_user::text AS role, coalesce(current_setting('cairn.accounts', true), '') AS accounts`,
        ),
      ),
    );
    assert.deepEqual(
      [...new Set(roles.map(([one]) => JSON.stringify(one)))],
      ['{"role":"cairn_app","accounts":""}'],
    );
  });

  it("is backed by a guard on every table with an account", async () => {
    const guards = await rows<Guard>(
      house.app.database.db,
      sql`SELECT n.nspname || '.' || c.relname AS table, c.relrowsecurity AS rls,
            array(SELECT p.polname::text || ' ' || (SELECT string_agg(r.rolname, ',') FROM pg_roles r
                    WHERE r.oid = ANY (p.polroles))
                  FROM pg_policy p WHERE p.polrelid = c.oid ORDER BY 1) AS policies
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'account_id' AND NOT a.attisdropped
          WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('auth', 'pg_catalog', 'information_schema')
          ORDER BY 1`,
    );
    assert.ok(guards.length > 20, `${guards.length} tables`);
    const open = guards.filter(
      ({ table, rls, policies }) =>
        !rls ||
        policies.join() !==
          (HIDDEN.includes(table) ? "house cairn_app" : "house cairn_app,own cairn_customer"),
    );
    assert.deepEqual(open, []);
  });
});
