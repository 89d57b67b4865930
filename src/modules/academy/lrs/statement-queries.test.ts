import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { openLrs, statement, type TestLrs } from "#test/factories/lrs.ts";

interface Read {
  [key: string]: unknown;
}
interface Page {
  statements: Read[];
  more: string;
}

describe("asking for statements", () => {
  let lrs: TestLrs;
  const post = (body: unknown) => lrs.send("POST", "/statements", { body });
  const ask = (query: Record<string, string>, more = {}) =>
    lrs.send("GET", "/statements", { query, ...more });
  const page = async (query: Record<string, string>, more = {}) =>
    (await (await ask(query, more)).json()) as Page;
  const idsOf = ({ statements }: Page) => statements.map(({ id }) => id);
  const mbox = () => `mailto:${newId()}@example.com`;

  before(async () => {
    lrs = await openLrs();
  });
  after(() => lrs.close());

  it("finds them by agent, verb, activity and registration, and by all together", async () => {
    const id = newId();
    const one = {
      actor: { mbox: mbox() },
      verb: { id: `http://a.example/verb/${newId()}` },
      object: { id: `http://a.example/activity/${newId()}` },
      context: { registration: newId() },
    };
    await post(statement({ ...one, id }));
    const by = {
      agent: JSON.stringify(one.actor),
      verb: one.verb.id,
      activity: one.object.id,
      registration: one.context.registration.toUpperCase(),
    };
    for (const [name, value] of Object.entries(by))
      assert.deepEqual(idsOf(await page({ [name]: value })), [id], name);
    assert.deepEqual(idsOf(await page(by)), [id]);
    assert.deepEqual(idsOf(await page({ ...by, verb: "http://a.example/never" })), []);
  });

  it("finds an agent as actor, as object and as member of either; related ones anywhere", async () => {
    const agent = { mbox: mbox() };
    const [actor, object, member, instructor, team, nested] = Array.from({ length: 6 }, newId);
    const wrap = (who: unknown) => ({ objectType: "Group", member: [{ mbox: mbox() }, who] });
    await post([
      statement({ id: actor, actor: agent }),
      statement({ id: object, object: { objectType: "Agent", ...agent } }),
      statement({ id: member, actor: wrap(agent) }),
      statement({ id: instructor, context: { instructor: agent } }),
      statement({ id: team, context: { team: wrap(agent) } }),
      statement({ id: nested, object: { objectType: "SubStatement", ...statement({ actor: agent }) } }),
    ]);
    const query = { agent: JSON.stringify({ ...agent, name: "whatever" }), ascending: "true" };
    assert.deepEqual(idsOf(await page(query)), [actor, object, member]);
    assert.deepEqual(idsOf(await page({ ...query, related_agents: "true" })), [
      actor,
      object,
      member,
      instructor,
      team,
      nested,
    ]);
  });

  it("finds an activity as object; related ones in context and sub-statement too", async () => {
    const activity = { id: `http://a.example/activity/${newId()}` };
    const [object, category, nested] = Array.from({ length: 3 }, newId);
    await post([
      statement({ id: object, object: activity }),
      statement({ id: category, context: { contextActivities: { category: activity } } }),
      statement({ id: nested, object: { objectType: "SubStatement", ...statement({ object: activity }) } }),
    ]);
    const query = { activity: activity.id, ascending: "true" };
    assert.deepEqual(idsOf(await page(query)), [object]);
    assert.deepEqual(idsOf(await page({ ...query, related_activities: "true" })), [object, category, nested]);
  });

  for (const ascending of ["true", "false"])
    it(`pages through all of them once, ${ascending === "true" ? "oldest" : "newest"} first, whatever is added meanwhile`, async () => {
      const verb = `http://a.example/verb/${newId()}`;
      const ids = Array.from({ length: 23 }, newId);
      for (const id of ids) await post(statement({ id, verb: { id: verb } }));
      const seen: unknown[] = [];
      let next = await page({ verb, limit: "5", ascending });
      for (;;) {
        assert.ok(next.statements.length <= 5);
        seen.push(...idsOf(next));
        if (ascending === "false") await post(statement({ verb: { id: verb } }));
        if (next.more === "") break;
        assert.ok(next.more.startsWith("/xapi/statements?more="));
        const token = new URLSearchParams(next.more.split("?")[1]).get("more") ?? "";
        next = await page({ more: token });
      }
      assert.deepEqual(seen, ascending === "true" ? ids : ids.toReversed());
    });

  it("keeps to since (after) and until (at or before)", async () => {
    const verb = `http://a.example/verb/${newId()}`;
    const ids = [newId(), newId(), newId()];
    for (const id of ids) {
      await post(statement({ id, verb: { id: verb } }));
      await lrs.house.app.database.db.execute(sql`SELECT pg_sleep(0.003)`);
    }
    const { statements } = await page({ verb, ascending: "true" });
    const middle = String(statements[1]?.stored);
    assert.deepEqual(idsOf(await page({ verb, since: middle })), [ids[2]]);
    assert.deepEqual(idsOf(await page({ verb, until: middle })), [ids[1], ids[0]]);
    assert.deepEqual(idsOf(await page({ verb, since: middle, until: middle })), []);
    const [first, last] = ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"];
    assert.equal(idsOf(await page({ verb, since: first, until: last })).length, ids.length);
    assert.deepEqual(idsOf(await page({ verb, since: last })), []);
    assert.deepEqual(idsOf(await page({ verb, until: first })), []);
  });

  it("loses nothing to a writer that is slow: what is consistent ends before it", async () => {
    const { db } = lrs.house.app.database;
    const verb = `http://a.example/verb/${newId()}`;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let began = () => {};
    const started = new Promise<void>((resolve) => {
      began = resolve;
    });
    const slow = db.transaction(async (tx) => {
      await tx.execute(
        sql`SELECT academy.store_lrs_statements(ARRAY[${newId()}]::uuid[], ARRAY['{}'], ARRAY[true], ARRAY[null]::uuid[],
              ARRAY[false], ARRAY[]::int[], ARRAY[]::uuid[], false, null, null, null, null, 0)`,
      );
      began();
      await held;
      tx.rollback();
    });
    await started;
    await db.execute(sql`SELECT pg_sleep(0.003)`);
    const id = newId();
    await post(statement({ id, verb: { id: verb } }));
    const during = await ask({ verb, ascending: "true" });
    assert.deepEqual(idsOf((await during.json()) as Page), [], "who reads on in order waits for it");
    assert.deepEqual(idsOf(await page({ verb })), [id], "who looks at the newest sees it");
    const through = during.headers.get("x-experience-api-consistent-through") ?? "";
    release();
    await slow.catch(() => {});
    const later = await ask({ verb, ascending: "true", since: through });
    assert.deepEqual(idsOf((await later.json()) as Page), [id]);
    assert.ok((later.headers.get("x-experience-api-consistent-through") ?? "") > through);
  });

  it("gives identifiers alone, or one language of what is known", async () => {
    const object = { objectType: "Activity", id: `http://a.example/activity/${newId()}` };
    const named = (name: Record<string, string>) => ({ ...object, definition: { name } });
    const id = newId();
    await post(statement({ object: named({ "en-US": "US", "en-GB": "GB" }) }));
    await post(
      statement({
        id,
        actor: { objectType: "Group", mbox: mbox(), name: "G", member: [{ mbox: mbox() }] },
        object: named({ de: "D" }),
      }),
    );
    const one = async (format: string) =>
      (await (
        await ask({ statementId: id, format }, { headers: { "accept-language": "en-GB" } })
      ).json()) as Read;
    const ids = await one("ids");
    assert.deepEqual(ids.object, { id: object.id });
    assert.deepEqual(ids.verb, { id: "http://adlnet.gov/expapi/verbs/attended" });
    assert.deepEqual(Object.keys(ids.actor as Read).toSorted(), ["mbox", "objectType"]);
    const canonical = await one("canonical");
    assert.deepEqual(canonical.object, { ...object, definition: { name: { "en-GB": "GB" } } });
    assert.deepEqual((canonical.verb as Read).display, { "en-GB": "attended" });
    assert.equal((canonical.actor as Read).name, "G");
    assert.deepEqual((await one("exact")).object, named({ de: "D" }));
  });

  it("hides from readers of 1.0.x what came with 2.0", async () => {
    const id = newId();
    const context = {
      contextAgents: [{ objectType: "contextAgent", agent: { mbox: mbox() } }],
      platform: "Web",
    };
    await lrs.send("POST", "/statements", { body: statement({ id, context }), version: "2.0.0" });
    const read = async (version: string) =>
      (await (await ask({ statementId: id }, { version })).json()) as Read;
    assert.deepEqual((await read("2.0.0")).context, context);
    assert.deepEqual((await read("1.0.3")).context, { platform: "Web" });
  });

  it("refuses what it does not know, and says up to when it is consistent all the same", async () => {
    const refused: Record<string, string>[] = [
      { foo: "bar" },
      { StatementId: newId() },
      { Limit: "1" },
      { limit: "-1" },
      { format: "short" },
      { ascending: "yes" },
      { agent: "not JSON" },
      { agent: '{"name":"nobody"}' },
      { verb: "no IRI" },
      { activity: "true" },
      { registration: "true" },
      { since: "yesterday" },
      { statementId: "x" },
      { statementId: newId(), voidedStatementId: newId() },
      { more: "nonsense" },
      { more: Buffer.from('["99999999999999999999"]').toString("base64url") },
      { more: "W10", limit: "1" },
      { method: "POST" },
    ];
    for (const name of [
      "agent",
      "verb",
      "activity",
      "registration",
      "related_activities",
      "since",
      "until",
      "limit",
      "ascending",
    ])
      refused.push({ statementId: newId(), [name]: "1" });
    for (const query of refused) {
      const answer = await ask(query);
      assert.equal(answer.status, 400, JSON.stringify(query));
      assert.match(answer.headers.get("x-experience-api-consistent-through") ?? "", /Z$/);
    }
  });
});
