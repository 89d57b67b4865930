import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { newId } from "#kernel/ids.ts";
import { openLrs, type TestLrs } from "#test/factories/lrs.ts";
import { fullStatement } from "#test/factories/xapi.ts";

/** What nobody sends by mistake; each has broken some program once. */
const HOSTILE: readonly unknown[] = [
  "nul\u0000byte",
  "\ud800 half a character",
  "x".repeat(30_000),
  "",
  "%_\\%' OR 1=1 --\"",
  "\u202e\u200b\r\nSet-Cookie: a=b",
  "-1",
  "9999-12-31T23:59:59.999999999+23:59",
  "0001-01-01T00:00:00Z",
  "-271821-04-20T00:00:00Z",
  "00000000-0000-0000-0000-000000000000",
  1e308,
  2 ** 53,
  -1,
  null,
  [],
  ["x", null, { a: 1 }],
  JSON.parse("[".repeat(3000) + "]".repeat(3000)),
  { $gt: "", toString: 1, constructor: { prototype: 1 } },
];

/** Parameters of reads; those with a value keep it while another is spoilt. */
const PARAMETERS: Record<string, Record<string, string>> = {
  "/statements": {
    statementId: "",
    agent: "",
    verb: "",
    activity: "",
    registration: "",
    since: "",
    until: "",
    limit: "",
    more: "",
  },
  "/activities/state": {
    activityId: "http://a.example/x",
    agent: '{"mbox":"mailto:a@example.com"}',
    since: "",
  },
  "/agents/profile": { agent: '{"mbox":"mailto:a@example.com"}', since: "", profileId: "" },
  "/activities": { activityId: "" },
  "/agents": { agent: "" },
};

/** The value with each of its parts in turn replaced. */
function* spoilt(value: unknown, by: unknown): Generator<unknown> {
  if (!value || typeof value !== "object") return;
  const changed = (key: string, other: unknown): unknown =>
    Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
  for (const [key, inner] of Object.entries(value)) {
    yield changed(key, by);
    for (const other of spoilt(inner, by)) yield changed(key, other);
  }
}

const textOf = (value: unknown): string =>
  typeof value === "string" ? value.toWellFormed() : JSON.stringify(value);

describe("hostile input to the store", () => {
  let lrs: TestLrs;
  before(async () => {
    lrs = await openLrs();
  });
  after(() => lrs.close());

  for (const version of ["1.0.3", "2.0.0"])
    it(`is taken or refused in any part of a statement, and never fails (${version})`, async () => {
      const { id: _id, attachments: _none, ...full } = fullStatement();
      const failed: unknown[] = [];
      for (const value of HOSTILE)
        for (const body of spoilt(full, value))
          if ((await lrs.send("POST", "/statements", { body, version })).status >= 500) failed.push(value);
      assert.deepEqual(failed, []);
    });

  it("is taken or refused in any parameter, and never fails", async () => {
    const failed: unknown[] = [];
    for (const [path, parameters] of Object.entries(PARAMETERS))
      for (const name of Object.keys(parameters))
        for (const value of HOSTILE) {
          const given = Object.entries(parameters).filter(([, sample]) => sample !== "");
          const query = { ...Object.fromEntries(given), [name]: textOf(value) };
          if ((await lrs.send("GET", path, { query })).status >= 500) failed.push([path, name, value]);
        }
    assert.deepEqual(failed, []);
  });

  it("is kept as it is where it is a document", async () => {
    for (const value of HOSTILE) {
      const query = { activityId: "http://a.example/x", profileId: newId() };
      await lrs.send("PUT", "/activities/profile", { query, body: JSON.stringify(value) });
      assert.equal(
        await (await lrs.send("GET", "/activities/profile", { query })).text(),
        JSON.stringify(value),
      );
    }
  });
});
