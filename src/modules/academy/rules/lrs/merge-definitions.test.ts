import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { checkStatement } from "#modules/academy/rules/lrs/check-statement.ts";
import type { JsonObject } from "#modules/academy/rules/lrs/json-values.ts";
import { mergeDefinitions } from "#modules/academy/rules/lrs/merge-definitions.ts";

const text = fc.constantFrom("one", "two", "three");
const tags = ["en", "de", "fr-CA"] as const;
const map = fc.dictionary(fc.constantFrom(...tags), text, { minKeys: 1, noNullPrototype: true });
const components = fc.uniqueArray(
  fc.record(
    { id: fc.constantFrom("a", "b", "c"), description: map },
    { requiredKeys: ["id"], noNullPrototype: true },
  ),
  { selector: ({ id }) => id, minLength: 1 },
);
const definition = fc
  .tuple(
    fc.record(
      { name: map, description: map, type: fc.constant("http://a.example/type") },
      { requiredKeys: [], noNullPrototype: true },
    ),
    fc.oneof(
      fc.constant({}),
      components.map((choices) => ({ interactionType: "choice", choices })),
      components.map((scale) => ({ interactionType: "likert", scale })),
    ),
  )
  .map(([common, interaction]): JsonObject => ({ ...common, ...interaction }));

describe("definitions of activities", () => {
  it("merge to what is known already when told again", () => {
    fc.assert(
      fc.property(definition, definition, (known, told) => {
        const once = mergeDefinitions(known, told);
        assert.deepEqual(mergeDefinitions(once, told), once);
        assert.deepEqual(mergeDefinitions({}, known), known);
      }),
    );
  });

  it("keep what was told last, and every language told before", () => {
    fc.assert(
      fc.property(definition, definition, (known, told) => {
        const after = mergeDefinitions(known, told);
        for (const key of ["name", "description"] as const) {
          const before = (known[key] ?? {}) as JsonObject;
          const now = (told[key] ?? {}) as JsonObject;
          for (const tag of tags)
            assert.equal(((after[key] ?? {}) as JsonObject)[tag], now[tag] ?? before[tag]);
        }
      }),
    );
  });

  it("stay definitions that a statement may bring", () => {
    fc.assert(
      fc.property(fc.array(definition, { minLength: 1, maxLength: 5 }), (told) => {
        checkStatement(
          {
            actor: { mbox: "mailto:a@example.com" },
            verb: { id: "http://a.example/verb" },
            object: { id: "http://a.example/1", definition: told.reduce(mergeDefinitions, {}) },
          },
          { major: 1 },
        );
      }),
    );
  });

  it("add extensions and components by their id", () => {
    assert.deepEqual(
      mergeDefinitions(
        {
          extensions: { "x:a": 1 },
          interactionType: "choice",
          choices: [{ id: "a", description: { en: "A" } }],
        },
        {
          extensions: { "x:b": null },
          interactionType: "choice",
          choices: [{ id: "b" }, { id: "a", description: { de: "A" } }],
        },
      ),
      {
        extensions: { "x:a": 1, "x:b": null },
        interactionType: "choice",
        choices: [{ id: "a", description: { en: "A", de: "A" } }, { id: "b" }],
      },
    );
  });
});
