import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { defineModule, type SearchSource } from "#kernel/module.ts";
import { platformModule } from "#modules/platform/module.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const source = (kind: string, permission: `${string}:${string}`, fail = false): SearchSource => ({
  kind,
  permission,
  find: async (_db, { text }) => {
    if (fail) throw new Error("broken");
    return [{ kind, title: `${kind} ${text}`, detail: "", href: "/console" }];
  },
});

const trial = defineModule({
  name: "trial",
  title: "Trial",
  permissions: {
    "trial:read": { title: "Read", roles: ["viewer"] },
    "trial:secret": { title: "Read secrets", roles: [] },
  },
  operations: [],
  search: [
    source("Open", "trial:read"),
    source("Secret", "trial:secret"),
    source("Broken", "trial:read", true),
  ],
});

describe("search", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp({ modules: [platformModule, trial] });
  });
  after(() => house.close());
  const kinds = async (text: string, role: "owner" | "viewer") =>
    (await house.call("platform.search", { text }, role)).results.map(({ kind }) => kind);

  it("finds only what the person may see", async () => {
    assert.deepEqual(await kinds("stone", "owner"), ["Open", "Secret"]);
    assert.deepEqual(await kinds("stone", "viewer"), ["Open"]);
  });

  it("says which kinds it could not search", async () => {
    assert.deepEqual((await house.call("platform.search", { text: "x" })).failed, ["Broken"]);
  });

  it("needs a word and a person", async () => {
    await assert.rejects(house.call("platform.search", { text: "  " }), { kind: "invalid" });
    await assert.rejects(house.call("platform.search", { text: "x" }, { kind: "anonymous" }), {
      kind: "unauthenticated",
    });
  });
});
