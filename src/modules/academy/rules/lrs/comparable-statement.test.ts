import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { isSameStatement, stableJson } from "#modules/academy/rules/lrs/comparable-statement.ts";
import type { JsonObject } from "#modules/academy/rules/lrs/json-values.ts";
import { normaliseStatement } from "#modules/academy/rules/lrs/normalise-statement.ts";
import { fullStatement, withValue } from "#test/factories/xapi.ts";

const full = fullStatement();

/** Keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, one]) => [key, shuffled(one)]),
  );
}

describe("two statements", () => {
  const SAME: Readonly<Record<string, unknown>> = {
    id: "00000000-0000-4000-8000-000000000000",
    stored: "2020-01-01T00:00:00Z",
    authority: { mbox: "mailto:other@example.com" },
    version: "1.0.0",
    timestamp: undefined,
    "actor.name": "Another name",
    "actor.objectType": undefined,
    "verb.display": { fr: "autre" },
    "object.objectType": undefined,
    "object.definition": undefined,
    "context.language": "EN-gb",
    "context.registration": "EC531277-B57B-4C15-8D91-D292C5B2B8F7",
    "context.team.member": [],
    "context.team.name": "Other",
    "context.contextActivities.parent": [
      { id: "http://example.com/parent", definition: { name: { en: "P" } } },
    ],
    "result.duration": "PT1M3.50S",
    "attachments.0.display": { en: "Other words" },
    "attachments.0.sha2": "495395E777CD98DA653DF9615D09C0FD6BB2F8D4788394CD53C56A3BFDCD848A",
  };
  for (const [place, value] of Object.entries(SAME))
    it(`are the same whatever ${place} is`, () => {
      assert.ok(isSameStatement(full, withValue(full, place, value)));
    });

  it("are the same when a time is written with another offset", () => {
    assert.ok(isSameStatement(full, withValue(full, "timestamp", "2013-05-18T07:32:34.804+02:00")));
  });

  const OTHER: Readonly<Record<string, unknown>> = {
    actor: { mbox: "mailto:eve@example.com" },
    "actor.objectType": "Group",
    "verb.id": "http://adlnet.gov/expapi/verbs/asked",
    "object.id": "http://example.com/questions/2",
    object: { objectType: "StatementRef", id: "6690e6c9-3ef0-4ed3-8b37-7f3964730bee" },
    result: undefined,
    "result.score.scaled": 0.6,
    "result.duration": "PT1M3.51S",
    "result.success": false,
    "result.extensions": { "http://example.com/null": 0 },
    context: undefined,
    "context.registration": "00000000-0000-4000-8000-000000000000",
    "context.instructor": undefined,
    "context.team": undefined,
    "context.language": "en",
    "context.contextActivities.parent": { id: "http://example.com/other-parent" },
    "context.contextActivities.other": [],
    "context.statement": undefined,
    "context.extensions": { "http://example.com/ext": "y" },
    timestamp: "2013-05-18T05:32:34.805Z",
    attachments: undefined,
  };
  for (const [place, value] of Object.entries(OTHER))
    it(`are others when ${place} is another`, () => {
      assert.equal(isSameStatement(full, withValue(full, place, value)), false);
      assert.equal(isSameStatement(withValue(full, place, value), full), false);
    });

  it("are the same after the store has normalised one, and in any order of keys", () => {
    const set = { id: "00000000-0000-4000-8000-000000000000", authority: {}, version: "2.0.0" };
    assert.ok(isSameStatement(full, normaliseStatement(full, set)));
    assert.ok(isSameStatement(shuffled(full) as JsonObject, full));
  });

  it("tell anonymous groups by their members, in any order", () => {
    const group = (...boxes: string[]) =>
      withValue(full, "actor", {
        objectType: "Group",
        member: boxes.map((box) => ({ mbox: `mailto:${box}@example.com`, name: box })),
      });
    assert.ok(isSameStatement(group("a", "b"), group("b", "a")));
    assert.equal(isSameStatement(group("a", "b"), group("a")), false);
  });
});

describe("stable JSON", () => {
  it("is one text for equal values, and says the value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(stableJson(shuffled(value)), stableJson(value));
        assert.deepEqual(JSON.parse(stableJson(value)), JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("is another text for other values", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const [x, y] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))];
        let equal = true;
        try {
          assert.deepStrictEqual(x, y);
        } catch {
          equal = false;
        }
        assert.equal(stableJson(x) === stableJson(y), equal);
      }),
    );
  });
});

describe("sameness", () => {
  const part = fc.constantFrom("result", "context", "timestamp", "attachments", "authority", "id");
  it("holds both ways, and of a statement with itself", () => {
    fc.assert(
      fc.property(fc.array(part), fc.array(part), (without, withoutToo) => {
        const a = without.reduce((one, place) => withValue(one, place, undefined), full);
        const b = withoutToo.reduce((one, place) => withValue(one, place, undefined), full);
        assert.ok(isSameStatement(a, structuredClone(a)));
        assert.equal(isSameStatement(a, b), isSameStatement(b, a));
      }),
    );
  });
});
