import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkStatement } from "#modules/academy/rules/lrs/check-statement.ts";
import { StatementFault } from "#modules/academy/rules/lrs/statement-fault.ts";
import { fullStatement, withValue } from "#test/factories/xapi.ts";

const full = fullStatement();
const SPOKEN = { one: { major: 1 }, two: { major: 2 } } as const;
const LONG_TAG = "something";

/** By place: what it must not be, and what it may. */
const TABLE: Readonly<Record<string, { bad: readonly unknown[]; good?: readonly unknown[] }>> = {
  actor: { bad: [undefined] },
  verb: { bad: [undefined, null, "attended", {}, { display: { en: "attended" } }, []] },
  object: { bad: [undefined, null, "http://example.com", [], {}, { objectType: "Activity" }] },
  id: {
    bad: [
      12_345,
      { key: "x" },
      "",
      "AA97B177-9383-4934-8543-0F91A7A028368",
      "MA97B177-9383-4934-8543-0F91A7A02836",
      null,
    ],
    good: [undefined, "AA97B177-9383-4934-8543-0F91A7A02836"],
  },
  iD: { bad: ["fd41c918-b88b-4b20-a0a5-a4c32391aaa0"] },
  Actor: { bad: [{ mbox: "mailto:a@example.com" }] },
  timeStamp: { bad: ["2013-05-18T05:32:34.804Z"] },
  dummy: { bad: ["dummy", null, {}] },
  "verb.id": {
    bad: [undefined, 1, "should fail", "", {}, "ab=c://should.fail.com"],
    good: ["mailto:x", "urn:x:y"],
  },
  "verb.display": {
    bad: ["attended", {}, [], 1, { a12345: "x" }, { [LONG_TAG]: "x" }, { en: null }, { en: 1 }, { "": "x" }],
    good: [
      undefined,
      { de: "besucht" },
      { "sr-Latn-RS": "x" },
      { "zh-Hant": "x" },
      { cmn: "x" },
      { "es-419": "x" },
    ],
  },
  "verb.name": { bad: ["x"] },
  "object.id": { bad: ["ab=c://should.fail.com", 12_345, "", "no scheme", "http://exa mple.com", {}, null] },
  "object.objectType": { bad: ["activity", "Person", 1, null], good: [undefined] },
  "object.extra": { bad: [1] },
  "object.definition": { bad: ["should error", 12_345, [], null], good: [undefined, {}] },
  "object.definition.name": {
    bad: ["x", {}, { a12345: "x" }, null, []],
    good: [undefined, { "de-DE": "x" }],
  },
  "object.definition.description": {
    bad: ["x", {}, { a12345: "x" }, { "zh-z-aaa-z-bbb-c-ccc": "x" }],
    good: [undefined],
  },
  "object.definition.type": { bad: ["should error", 1, ""], good: [undefined] },
  "object.definition.moreInfo": { bad: ["should error", null, 1], good: [undefined] },
  "object.definition.extensions": {
    bad: ["x", [], { id: "valid" }, null],
    good: [undefined, {}, { "http://example.com/null": null }, { "urn:x": {} }],
  },
  "object.definition.moreinfo": { bad: ["http://example.com"] },
  "object.definition.interactionType": {
    bad: [
      "choiCe",
      "Choice",
      "true-faLse",
      1,
      { a: 1 },
      "http://example.com",
      "likert",
      "numeric",
      undefined,
    ],
    good: ["sequencing"],
  },
  "object.definition.correctResponsesPattern": {
    bad: ["a", {}, [1], [null]],
    good: [undefined, [], ["anything at all"]],
  },
  "object.definition.choices": {
    bad: [
      {},
      "a",
      [1],
      [{}],
      [{ id: 1 }],
      [{ id: "" }],
      [{ id: "a" }, { id: "a" }],
      [{ id: "a", name: "x" }],
    ],
    good: [undefined, [], [{ id: "a" }]],
  },
  "object.definition.choices.0.description": {
    bad: ["x", {}, { a12345: "x" }],
    good: [undefined, { ja: "x" }],
  },
  "object.definition.scale": { bad: [[{ id: "a" }], []] },
  "object.definition.steps": { bad: [[{ id: "a" }]] },
  result: { bad: ["x", [], 1, null], good: [undefined, {}] },
  "result.extra": { bad: [1] },
  "result.score": { bad: [12_345, "x", [], null, { unknown: 1 }], good: [undefined, {}] },
  "result.score.scaled": { bad: [1.01, -1.000_01, "1", null, true], good: [1, -1, 0.676_767_6, undefined] },
  "result.score.raw": { bad: [11, -1, "5", null], good: [0, 10, undefined] },
  "result.score.min": { bad: [10, 11, "0", 6], good: [undefined, -5] },
  "result.score.max": { bad: ["100", "one hundred", 0, 4], good: [undefined, 100.676_767_6] },
  "result.success": { bad: ["true", 1, null, {}], good: [false, undefined] },
  "result.completion": { bad: ["false", 0, null], good: [true, undefined] },
  "result.response": { bad: [1, {}, null], good: ["", undefined] },
  "result.duration": {
    bad: [
      "PA1H0M0S",
      12_345,
      { key: "x" },
      "should fail",
      "P4W1D",
      "P",
      "PT",
      "P1YT",
      "1H",
      "PT1.5H30M",
      "P0001-01-01T00:00:00",
    ],
    good: [
      "PT1H0M0.1S",
      "PT4H35M59.14S",
      "PT16559.14S",
      "P3Y1M29DT4H35M59.14S",
      "P3Y",
      "P4W",
      "PT0S",
      "P0.5Y",
      undefined,
    ],
  },
  "result.extensions": { bad: ["x", { key: 1 }], good: [{}, undefined] },
  context: { bad: ["x", [], null], good: [undefined, {}] },
  "context.extra": { bad: [1] },
  "context.registration": {
    bad: [{ key: "x" }, "should fail", null, 1, "AA97B177-9383-4934-8543-0F91A7A028368"],
    good: [undefined],
  },
  "context.contextActivities": {
    bad: ["x", [], { unknown: [] }, { Parent: { id: "http://a.example" } }],
    good: [undefined, {}],
  },
  "context.contextActivities.parent": {
    bad: ["x", {}, [{}], ["x"], null, [null]],
    good: [[], [{ id: "http://a.example" }]],
  },
  "context.contextActivities.category": { bad: [{ objectType: "Agent", mbox: "mailto:a@example.com" }] },
  "context.revision": { bad: [12_345, { key: "x" }, null], good: [undefined, ""] },
  "context.platform": { bad: [12_345, {}], good: [undefined] },
  "context.language": {
    bad: [LONG_TAG, { a12345: "x" }, "", 1, "en_US"],
    good: ["cmn", "fr-CA", "en", "x-private", "i-klingon"],
  },
  "context.statement": {
    bad: ["x", {}, { id: "6690e6c9-3ef0-4ed3-8b37-7f3964730bee" }, { objectType: "StatementRef", id: "x" }],
    good: [undefined],
  },
  "context.extensions": { bad: ["x", { a: 1 }], good: [{}] },
  timestamp: {
    bad: [
      "should fail",
      "01/011/2015",
      1,
      "",
      "2008-09-15T15:53:00.601-00",
      "2008-09-15T15:53:00.601-0000",
      "2008-09-15T15:53:00.601-00:00",
      "2008-13-15T15:53:00Z",
      "2009-02-29T15:53:00Z",
      "2008-09-15T25:53:00Z",
      "2008-09-15T15:53:00+24:00",
      "2008-09-15",
    ],
    good: [
      "2008-09-15 15:53:00.601+00:00",
      "2008-09-15T15:53:00.601-07:30",
      "2016-12-31T23:59:60Z",
      "2008-02-29T15:53:00Z",
      undefined,
    ],
  },
  stored: { bad: ["x", 1], good: [undefined, "2008-09-15T15:53:00Z"] },
  version: {
    bad: ["should fail", "0.9.9", "1.1.0", 1, "1", "2.1.0"],
    good: ["1.0", "1.0.9", "2.0.0", undefined],
  },
  attachments: { bad: [{}, "x", [1], ["should fail"], [null], [{}]], good: [undefined, []] },
  "attachments.0.usageType": { bad: ["should fail", undefined, 1] },
  "attachments.0.display": { bad: [undefined, {}, "x", { a12345: "x" }], good: [{ es: "x" }] },
  "attachments.0.description": { bad: [12_345, "x", {}], good: [undefined] },
  "attachments.0.contentType": {
    bad: ["should fail", undefined, 1, "text"],
    good: ["application/octet-stream", "image/svg+xml"],
  },
  "attachments.0.length": { bad: ["x", undefined, 1.5, -1], good: [0] },
  "attachments.0.sha2": { bad: [12_345, undefined, "x", "495395e777cd98da653df9615d09c0fd"] },
  "attachments.0.fileUrl": { bad: ["should fail", 1], good: [undefined] },
  "attachments.0.extra": { bad: [1] },
};

describe("properties of a statement", () => {
  for (const [place, { bad, good = [] }] of Object.entries(TABLE)) {
    for (const value of bad)
      it(`refuses ${place} = ${JSON.stringify(value) ?? "nothing"}`, () => {
        for (const spoken of [SPOKEN.one, SPOKEN.two])
          assert.throws(() => checkStatement(withValue(full, place, value), spoken), StatementFault);
      });
    for (const value of good)
      it(`takes ${place} = ${JSON.stringify(value) ?? "nothing"}`, () => {
        for (const spoken of [SPOKEN.one, SPOKEN.two]) checkStatement(withValue(full, place, value), spoken);
      });
  }

  it("refuses what is no object at all", () => {
    for (const value of [null, 1, "x", [], true])
      assert.throws(() => checkStatement(value, SPOKEN.one), StatementFault);
  });

  it("says where the fault is", () => {
    const faulty = withValue(full, "context.team.member.0.mbox", "mailto:nobody");
    assert.throws(() => checkStatement(faulty, SPOKEN.one, "[3]"), {
      path: "[3].context.team.member[0].mbox",
    });
  });

  it("takes times without an offset in 1.0.x alone, and the basic form", () => {
    for (const time of ["2008-09-15T15:53:00", "20080915T155300Z"]) {
      checkStatement(withValue(full, "timestamp", time), SPOKEN.one);
      assert.throws(() => checkStatement(withValue(full, "timestamp", time), SPOKEN.two), StatementFault);
    }
  });
});
