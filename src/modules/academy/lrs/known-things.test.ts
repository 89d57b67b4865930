import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { newId } from "#kernel/ids.ts";
import { openLrs, statement, type TestLrs } from "#test/factories/lrs.ts";

interface Read {
  [key: string]: unknown;
}

describe("what the store knows of activities and agents", () => {
  let lrs: TestLrs;
  before(async () => {
    lrs = await openLrs();
  });
  after(() => lrs.close());
  const post = (body: unknown) => lrs.send("POST", "/statements", { body });
  const activity = async (activityId: string) =>
    (await (await lrs.send("GET", "/activities", { query: { activityId } })).json()) as Read;
  const person = async (agent: object) =>
    (await (await lrs.send("GET", "/agents", { query: { agent: JSON.stringify(agent) } })).json()) as Read;

  it("puts together what statements said of an activity", async () => {
    const id = `http://a.example/activity/${newId()}`;
    assert.deepEqual(await activity(id), { objectType: "Activity", id }, "nobody said anything");
    const defined = (name: Record<string, string>) => ({ objectType: "Activity", id, definition: { name } });
    await post(statement({ object: defined({ "en-US": "example meeting" }) }));
    assert.deepEqual(await activity(id), defined({ "en-US": "example meeting" }));
    await post(statement({ context: { contextActivities: { other: [defined({ "fr-FR": "réunion" })] } } }));
    assert.deepEqual(await activity(id), defined({ "en-US": "example meeting", "fr-FR": "réunion" }));
    await post(statement({ object: { id } }));
    assert.deepEqual(await activity(id), defined({ "en-US": "example meeting", "fr-FR": "réunion" }));
  });

  it("loses no language to twenty who define an activity at once", async () => {
    const id = `http://a.example/activity/${newId()}`;
    const tags = Array.from({ length: 20 }, (_, n) => `x-${n}`);
    await Promise.all(
      tags.map((tag) => post(statement({ object: { id, definition: { name: { [tag]: tag } } } }))),
    );
    const { name } = (await activity(id)).definition as { name: object };
    assert.deepEqual(Object.keys(name).toSorted(), tags.toSorted());
  });

  it("knows an agent by every name it had", async () => {
    const mbox = `mailto:${newId()}@example.com`;
    await post([
      statement({ actor: { mbox, name: "Ada" } }),
      statement({
        context: {
          team: {
            objectType: "Group",
            name: "T",
            mbox: "mailto:t@example.com",
            member: [{ mbox, name: "Countess" }],
          },
        },
      }),
    ]);
    const known = await person({ mbox, name: "A. L." });
    assert.equal(known.objectType, "Person");
    assert.deepEqual((known.name as string[]).toSorted(), ["A. L.", "Ada", "Countess"]);
    assert.deepEqual(known.mbox, [mbox]);
    const account = { homePage: "http://a.example", name: newId() };
    assert.deepEqual(await person({ account }), { objectType: "Person", account: [account] });
  });

  it("refuses questions that are none", async () => {
    for (const query of [{}, { activityId: "x" }, { activityId: "http://a.example", foo: "1" }])
      assert.equal(
        (await lrs.send("GET", "/activities", { query: query as Record<string, string> })).status,
        400,
      );
    for (const query of [{}, { agent: "x" }, { agent: '{"name":"x"}' }])
      assert.equal(
        (await lrs.send("GET", "/agents", { query: query as Record<string, string> })).status,
        400,
      );
  });
});
