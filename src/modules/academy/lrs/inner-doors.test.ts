import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { narrowToOwnAccounts } from "#kernel/operation/reach.ts";
import { publicUrl } from "#kernel/config.ts";
import { studentActor } from "#modules/academy/lrs/authorities.ts";
import { issueLrsToken } from "#modules/academy/lrs/issue-lrs-token.ts";
import { recordStatements } from "#modules/academy/lrs/record-statements.ts";
import { lrsPersonalData } from "#modules/academy/personal-data/lrs.ts";
import { createCustomer } from "#test/factories/customers.ts";
import { openLrs, statement, type TestLrs } from "#test/factories/lrs.ts";

interface Read {
  [key: string]: unknown;
}

describe("the store's inner doors", () => {
  let lrs: TestLrs;
  before(async () => {
    lrs = await openLrs();
  });
  after(() => lrs.close());

  const now = () => lrs.house.clock.now();
  const home = () => publicUrl(lrs.house.app.config);
  const get = async (query: Record<string, string>) =>
    (await (await lrs.send("GET", "/statements", { query })).json()) as Read;

  const addStudent = () => createCustomer(lrs.house);

  const record = (
    tx: Parameters<typeof recordStatements>[0],
    personId: string,
    accountId: string,
    id = newId(),
  ) =>
    recordStatements(tx, {
      statements: [statement({ id, actor: studentActor(home(), { personId, name: "Student" }) })],
      accountId,
      personId,
      enrolmentId: newId(),
      now: now(),
      config: lrs.house.app.config,
    });

  it("record with the work they tell of, or not at all", async () => {
    const { personId, accountId } = await addStudent();
    const { db } = lrs.house.app.database;
    const [kept, dropped] = [newId(), newId()];
    await db.transaction((tx) => record(tx, personId, accountId, kept));
    await db.transaction((tx) => record(tx, personId, accountId, kept));
    await assert.rejects(
      db.transaction(async (tx) => {
        await record(tx, personId, accountId, dropped);
        throw new Error("the work failed");
      }),
    );
    assert.equal((await get({ statementId: kept })).id, kept);
    assert.equal((await lrs.send("GET", "/statements", { query: { statementId: dropped } })).status, 404);
    const agent = JSON.stringify(studentActor(home(), { personId }));
    assert.equal(((await get({ agent })).statements as unknown[]).length, 1);
  });

  it("let a customer's work record for the customer's own accounts, and see the person's own alone", async () => {
    const [ada, eve] = [await addStudent(), await addStudent()];
    const { app } = lrs.house;
    const as = async <T>(
      { personId }: { personId: string },
      work: (tx: Parameters<typeof record>[0]) => Promise<T>,
    ) => {
      const actor: Actor = { kind: "person", personId, role: null };
      return app.database.db.transaction(async (tx) => {
        await narrowToOwnAccounts(app.registry, tx, actor);
        return work(tx);
      });
    };
    await as(ada, (tx) => record(tx, ada.personId, ada.accountId));
    await assert.rejects(as(eve, (tx) => record(tx, ada.personId, ada.accountId)));
    const seen = (who: typeof ada) =>
      as(who, async (tx) => (await tx.execute(sql`SELECT id FROM academy.lrs_statement`)).rows.length);
    assert.equal(await seen(ada), 1);
    assert.equal(await seen(eve), 0);
    await as(ada, (tx) =>
      issueLrsToken(tx, {
        actor: studentActor(home(), ada),
        registration: newId(),
        activityId: "http://a.example/au",
        accountId: ada.accountId,
        personId: ada.personId,
        enrolmentId: null,
        now: now(),
        expiresAt: now().add({ hours: 1 }),
      }),
    );
    for (const table of ["lrs_client", "lrs_statement_key", "lrs_attachment", "lrs_document"])
      assert.equal(
        await as(
          eve,
          async (tx) => (await tx.execute(sql`SELECT 1 FROM ${sql.raw(`academy.${table}`)}`)).rows.length,
        ),
        0,
        table,
      );
  });

  it("give out and forget what is known of a person", async () => {
    const { personId, accountId, email } = await addStudent();
    const { db } = lrs.house.app.database;
    const [own, sent, about] = [newId(), newId(), newId()];
    await db.transaction((tx) => record(tx, personId, accountId, own));
    const box = { mbox: `mailto:${email}` };
    await lrs.send("POST", "/statements", {
      body: [
        statement({ id: sent, actor: { ...box, name: "Student" } }),
        statement({ id: about, context: { instructor: { ...box, name: "Student" } } }),
      ],
    });
    const agent = JSON.stringify(studentActor(home(), { personId }));
    const profile = { agent, profileId: "likes" };
    await lrs.send("POST", "/agents/profile", { query: profile, body: { audio: false } });
    const [statements, documents] = await Promise.all(
      lrsPersonalData.slice(0, 2).map((source) => source.export(db, personId)),
    );
    assert.deepEqual(new Set((statements as Read[]).map(({ id }) => id)), new Set([own, sent, about]));
    assert.equal(documents?.length, 1);
    await db.transaction(async (tx) => {
      for (const source of lrsPersonalData) await source.erase(tx, personId);
    });
    for (const id of [own, sent])
      assert.equal((await lrs.send("GET", "/statements", { query: { statementId: id } })).status, 404);
    const left = await get({ statementId: about });
    assert.ok(!JSON.stringify(left).includes(email));
    assert.ok(!JSON.stringify(left).includes("Student"));
    assert.equal((await lrs.send("GET", "/agents/profile", { query: profile })).status, 404);
    const related = await get({ agent: JSON.stringify(box), related_agents: "true" });
    assert.deepEqual(related.statements, [], "not found under the old address any more");
    const again = await lrsPersonalData[0]?.export(db, personId);
    assert.deepEqual(again, []);
  });

  it("forget an agent the house has no account of", async () => {
    const mbox = `mailto:${newId()}@example.com`;
    const id = newId();
    await lrs.send("POST", "/statements", { body: statement({ id, actor: { mbox } }) });
    assert.deepEqual(await lrs.house.call("academy.erase_lrs_agent", { agent: { mbox } }), {
      deleted: 1,
      changed: 0,
    });
    assert.equal((await lrs.send("GET", "/statements", { query: { statementId: id } })).status, 404);
    await assert.rejects(lrs.house.call("academy.erase_lrs_agent", { agent: { name: "nobody" } }), {
      code: "academy.lrs_agent_malformed",
    });
  });
});

describe("learning records in the console", () => {
  let lrs: TestLrs;
  before(async () => {
    lrs = await openLrs();
  });
  after(() => lrs.close());

  it("read as who did what, and are found", async () => {
    const ids = [newId(), newId(), newId()];
    const bob = { account: { homePage: "http://a.example", name: newId() } };
    const named = { id: "http://a.example/lesson", definition: { name: { en: "First lesson" } } };
    await lrs.send("POST", "/statements", {
      body: [
        statement({ id: ids[0], object: named, result: { score: { scaled: 0.5 } } }),
        statement({ id: ids[1], actor: bob, verb: { id: "http://a.example/verbs/looked-at" } }),
        statement({ id: ids[2], actor: { objectType: "Group", member: [bob] } }),
      ],
    });
    const browse = (query: object) => lrs.house.call("academy.browse_statements", query);
    const first = await browse({ limit: 2 });
    assert.deepEqual(
      first.items.map(({ statementId }) => statementId),
      [ids[2], ids[1]],
    );
    assert.equal(first.items[1]?.verb, "looked at");
    const second = await browse({ limit: 2, cursor: first.nextCursor ?? "" });
    const [item] = second.items;
    assert.deepEqual(
      [item?.actor, item?.verb, item?.object, item?.score],
      ["Ada", "attended", "First lesson", 0.5],
    );
    assert.equal(JSON.parse(item?.json ?? "").id, ids[0]);
    assert.equal(second.nextCursor, null);
    const found = async (query: object) => (await browse(query)).items.map(({ statementId }) => statementId);
    assert.deepEqual(await found({ agent: "ada@example.com" }), [ids[0]]);
    assert.deepEqual(await found({ agent: JSON.stringify(bob) }), [ids[2], ids[1]]);
    assert.deepEqual(await found({ agent: bob.account.name }), [ids[2], ids[1]]);
    assert.deepEqual(await found({ verb: "http://a.example/verbs/looked-at" }), [ids[1]]);
    assert.deepEqual(await found({ activity: named.id }), [ids[0]]);
    const soon = Temporal.Now.instant().add({ hours: 1 }).toString();
    assert.deepEqual(await found({ since: soon }), []);
    assert.equal((await found({ until: soon })).length, 3);
    for (const query of [
      { agent: "{" },
      { agent: '{"name":"x"}' },
      { cursor: "x" },
      { cursor: "99999999999999999999" },
    ])
      await assert.rejects(browse(query), { kind: "invalid" });
  });

  it("have clients whose secrets are shown once", async () => {
    const { clientId, key } = await lrs.house.call("academy.create_lrs_client", {
      name: "Other",
      scopes: ["state"],
    });
    const { items } = await lrs.house.call("academy.list_lrs_clients", {});
    const listed = items.find((item) => item.clientId === clientId);
    assert.equal(listed?.key, key);
    assert.ok(!JSON.stringify(items).includes("secret"));
    await lrs.house.call("academy.revoke_lrs_client", { clientId });
    await lrs.house.call("academy.revoke_lrs_client", { clientId });
    await assert.rejects(lrs.house.call("academy.rotate_lrs_client", { clientId }), {
      code: "academy.lrs_client_revoked",
    });
    await assert.rejects(lrs.house.call("academy.revoke_lrs_client", { clientId: newId() }), {
      code: "academy.lrs_client_unknown",
    });
  });

  it("are for staff, and their keys for who runs the house", async () => {
    await assert.rejects(lrs.house.call("academy.list_lrs_clients", {}, "editor"), { kind: "forbidden" });
    await lrs.house.call("academy.browse_statements", {}, "viewer");
  });
});
