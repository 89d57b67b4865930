import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { repeatedKey } from "#modules/academy/rules/lrs/repeated-key.ts";

describe("a key that is there twice", () => {
  for (const [text, key] of [
    ['{"a":1,"a":1}', "a"],
    ['{"a":{"b":1},"c":[{"d":1,"d":2}]}', "d"],
    ['[{"a":1},{"a":1}]', undefined],
    ['{"a":{"a":{"a":"a"}},"b":"a"}', undefined],
    ['{"a":["a","a"],"b":"{\\"a\\":1,\\"a\\":2}"}', undefined],
    ['{"a":1,"\\u0061":2}', "a"],
    ['{"a\\\\":1,"b":"\\\\","a\\\\":2}', "a\\"],
    ['{ "a" : 1 ,\n "b" : [ ] , "a" : null }', "a"],
    ['{"":1,"":2}', ""],
    ['{"__proto__":1,"__proto__":2}', "__proto__"],
    ['"a"', undefined],
    ["[]", undefined],
  ] as const)
    it(`${text}: ${key ?? "none"}`, () => assert.equal(repeatedKey(text), key));

  it("is never found in what was a value once", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(2), (value, indent) => {
        assert.equal(repeatedKey(JSON.stringify(value, null, indent)), undefined);
      }),
    );
  });

  it("is found wherever it is put in", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat(), (object, at) => {
        const parts = Object.entries(object).map(
          ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
        );
        const text = `[{"x":{${[...parts, parts[at % parts.length]].join(",")}}}]`;
        assert.equal(repeatedKey(text), Object.keys(object)[at % parts.length]);
      }),
    );
  });
});
