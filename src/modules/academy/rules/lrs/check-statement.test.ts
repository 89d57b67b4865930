import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkStatement } from "#modules/academy/rules/lrs/check-statement.ts";
import { StatementFault } from "#modules/academy/rules/lrs/statement-fault.ts";
import { fullStatement, type Place, withValue } from "#test/factories/xapi.ts";

type Cases = readonly (readonly [Place, unknown])[];

const ONE = { major: 1 } as const;
const full = fullStatement();
/** The same inside of a sub-statement. */
const { id: _i, stored: _s, authority: _a, version: _v, attachments: _t, ...parts } = full;
const nested = {
  actor: full.actor,
  verb: full.verb,
  object: { objectType: "SubStatement", ...parts },
};

const SUB: readonly string[] = ["actor", "verb", "object", "result", "context", "timestamp"];

function refuses(place: Place, value: unknown): void {
  it(`refuses ${place} = ${JSON.stringify(value) ?? "nothing"}`, () => {
    assert.throws(() => checkStatement(withValue(full, place, value), ONE), StatementFault);
    if (SUB.includes(place.split(".")[0] ?? ""))
      assert.throws(
        () => checkStatement(withValue(nested, `object.${place}`, value), ONE),
        StatementFault,
        "inside of a sub-statement",
      );
  });
}

function takes(place: Place, value: unknown): void {
  it(`takes ${place} = ${JSON.stringify(value) ?? "nothing"}`, () => {
    checkStatement(withValue(full, place, value), ONE);
    if (SUB.includes(place.split(".")[0] ?? ""))
      checkStatement(withValue(nested, `object.${place}`, value), ONE);
  });
}

const agents = (place: Place): Cases => [
  [place, "should fail"],
  [place, 12_345],
  [place, []],
  [place, null],
  [place, {}],
  [place, { name: "nobody" }],
  [place, { key: "should fail" }],
  [place, { objectType: "agent", mbox: "mailto:a@example.com" }],
  [place, { objectType: "Activity", mbox: "mailto:a@example.com" }],
  [place, { mbox: "a@example.com" }],
  [place, { mbox: "mailto:should fail" }],
  [place, { mbox: "mailto:a" }],
  [place, { mbox: 1 }],
  [place, { mbox: null }],
  [place, { Mbox: "mailto:a@example.com" }],
  [place, { mbox: "mailto:a@example.com", name: 12 }],
  [place, { mbox: "mailto:a@example.com", name: null }],
  [place, { mbox: "mailto:a@example.com", extra: 1 }],
  [place, { mbox: "mailto:a@example.com", openid: "http://openid.example.org/1" }],
  [place, { mbox: "mailto:a@example.com", account: { homePage: "http://a.example", name: "a" } }],
  [place, { mbox_sha1sum: "ebd31e95054c018b10727ccffd2ef2ec3a016ee9", openid: "http://a.example/1" }],
  [place, { mbox_sha1sum: "ebd31e95" }],
  [place, { mbox_sha1sum: "zbd31e95054c018b10727ccffd2ef2ec3a016ee9" }],
  [place, { openid: "should fail" }],
  [place, { account: "a" }],
  [place, { account: {} }],
  [place, { account: { homePage: "http://a.example" } }],
  [place, { account: { name: "a" } }],
  [place, { account: { homePage: "should fail", name: "a" } }],
  [place, { account: { homePage: "http://a.example", name: { key: "should fail" } } }],
  [place, { account: { homePage: "http://a.example", name: "a", more: 1 } }],
  [place, { mbox: "mailto:a@example.com", member: [{ mbox: "mailto:b@example.com" }] }],
];
const groups = (place: Place): Cases => [
  [place, { objectType: "Group" }],
  [place, { objectType: "Group", name: "nobody", member: [] }],
  [place, { objectType: "group", member: [{ mbox: "mailto:a@example.com" }] }],
  [place, { objectType: "Group", member: { mbox: "mailto:a@example.com" } }],
  [place, { objectType: "Group", member: ["mailto:a@example.com"] }],
  [place, { objectType: "Group", member: [{ name: "nobody" }] }],
  [place, { objectType: "Group", member: [{ objectType: "Group", mbox: "mailto:a@example.com" }] }],
  [place, { objectType: "Group", mbox: "mailto:a@example.com", openid: "http://a.example/1" }],
  [place, { objectType: "Group", mbox: "mailto:a@example.com", member: [null] }],
  [place, { objectType: "Group", mbox: "mailto:a@example.com", unknown: true }],
];
const goodActors = (place: Place): Cases => [
  [place, { mbox: "mailto:a@example.com" }],
  [place, { objectType: "Agent", mbox_sha1sum: "ebd31e95054c018b10727ccffd2ef2ec3a016ee9" }],
  [place, { openid: "http://openid.example.org/12345" }],
  [place, { name: "", account: { homePage: "http://www.example.com", name: "xAPI account name" } }],
  [place, { objectType: "Group", mbox: "mailto:team@example.com" }],
  [place, { objectType: "Group", name: "Group", member: [{ mbox: "mailto:a@example.com" }] }],
  [place, { objectType: "Group", account: { homePage: "http://a.example", name: "g" }, member: [] }],
];

describe("agents and groups", () => {
  for (const place of ["actor", "context.instructor"]) {
    for (const [at, value] of [...agents(place), ...groups(place)]) refuses(at, value);
    for (const [at, value] of goodActors(place)) takes(at, value);
  }
  for (const [at, value] of groups("context.team")) refuses(at, value);
  refuses("context.team", { mbox: "mailto:a@example.com" });
  refuses("context.team", { objectType: "Agent", mbox: "mailto:a@example.com" });
  for (const [, value] of [...agents("authority"), ...groups("authority")]) refuses("authority", value);
  refuses("authority", { objectType: "Group", mbox: "mailto:team@example.com" });
  refuses("authority", { objectType: "Group", member: [{ mbox: "mailto:a@example.com" }] });
  takes("authority", {
    objectType: "Group",
    member: [
      { account: { homePage: "http://example.com/OAuth/Token", name: "x" } },
      { mbox: "mailto:b@example.com" },
    ],
  });
  refuses("authority", {
    objectType: "Group",
    member: [
      { mbox: "mailto:a@example.com" },
      { mbox: "mailto:b@example.com" },
      { mbox: "mailto:c@example.com" },
    ],
  });
});

describe("objects that are no activity", () => {
  const { context: _c, ...plain } = full;
  const takesObject = (object: unknown) =>
    it(`takes ${JSON.stringify(object)}`, () => {
      checkStatement({ ...plain, object }, ONE);
    });
  const refusesObject = (object: unknown, why = "") =>
    it(`refuses ${JSON.stringify(object)} ${why}`, () => {
      assert.throws(() => checkStatement({ ...plain, object }, ONE), StatementFault);
    });
  takesObject({ objectType: "Agent", mbox: "mailto:a@example.com" });
  takesObject({ objectType: "Group", member: [{ mbox: "mailto:a@example.com" }] });
  takesObject({ objectType: "StatementRef", id: "6690e6c9-3ef0-4ed3-8b37-7f3964730bee" });
  takesObject({ objectType: "StatementRef", id: "6690E6C9-3EF0-4ED3-8B37-7F3964730BEE" });
  for (const [, value] of agents("object")) refusesObject(value);
  refusesObject({ objectType: "StatementRef" });
  refusesObject({ objectType: "StatementRef", id: "AA97B177-9383-4934-8543-0F91A7A028368" });
  refusesObject({ objectType: "StatementRef", id: "MA97B177-9383-4934-8543-0F91A7A02836" });
  refusesObject({ objectType: "StatementRef", id: 12_345 });
  refusesObject({ objectType: "StatementRef", id: "6690e6c9-3ef0-4ed3-8b37-7f3964730bee", extra: 1 });
  refusesObject({ objectType: "statementref", id: "6690e6c9-3ef0-4ed3-8b37-7f3964730bee" });
  refusesObject({ ...nested.object, objectType: "substatement" });
  refusesObject(
    { ...nested.object, id: "fd41c918-b88b-4b20-a0a5-a4c32391aaa0" },
    "a sub-statement with an id",
  );
  refusesObject({ ...nested.object, stored: "2013-05-18T05:32:34.804Z" }, "a sub-statement with stored");
  refusesObject({ ...nested.object, version: "1.0.0" }, "a sub-statement with a version");
  refusesObject({ ...nested.object, authority: full.authority }, "a sub-statement with an authority");
  refusesObject({ ...nested.object, object: nested.object }, "a sub-statement in a sub-statement");
  it("takes revision and platform only where the object is an activity", () => {
    const ref = { objectType: "StatementRef", id: "6690e6c9-3ef0-4ed3-8b37-7f3964730bee" };
    for (const context of [{ revision: "1" }, { platform: "Web" }])
      for (const object of [ref, { objectType: "Agent", mbox: "mailto:a@example.com" }, nested.object])
        assert.throws(() => checkStatement({ ...plain, object, context }, ONE), StatementFault);
    checkStatement({ ...plain, object: { id: "http://example.com/1" }, context: { revision: "1" } }, ONE);
  });
  it("asks for a reference where the verb voids", () => {
    const verb = { id: "http://adlnet.gov/expapi/verbs/voided" };
    assert.throws(() => checkStatement({ ...plain, verb }, ONE), StatementFault);
    checkStatement(
      { ...plain, verb, object: { objectType: "StatementRef", id: "6690e6c9-3ef0-4ed3-8b37-7f3964730bee" } },
      ONE,
    );
  });
});
