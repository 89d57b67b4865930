import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkStatement } from "#modules/academy/rules/lrs/check-statement.ts";
import { StatementFault } from "#modules/academy/rules/lrs/statement-fault.ts";
import { fullStatement, withValue } from "#test/factories/xapi.ts";

const full = fullStatement();
const SPOKEN = { one: { major: 1 }, two: { major: 2 } } as const;

describe("who else had a part (2.0)", () => {
  const agent = {
    objectType: "contextAgent",
    agent: { mbox: "mailto:p@example.com" },
    relevantTypes: ["http://a.example/t"],
  };
  const group = { objectType: "contextGroup", group: { objectType: "Group", mbox: "mailto:g@example.com" } };

  it("is taken in 2.0 and refused in 1.0.x", () => {
    for (const [place, value] of [
      ["context.contextAgents", [agent]],
      ["context.contextGroups", [group]],
    ] as const) {
      checkStatement(withValue(full, place, value), SPOKEN.two);
      assert.throws(() => checkStatement(withValue(full, place, value), SPOKEN.one), StatementFault);
    }
  });

  const BAD: readonly unknown[] = [
    {},
    "x",
    [1],
    [{ ...agent, objectType: "Should fail" }],
    [{ ...agent, objectType: undefined }],
    [{ ...agent, agent: { key: "x" } }],
    [{ ...agent, agent: { objectType: "Group", mbox: "mailto:g@example.com" } }],
    [{ ...agent, relevantTypes: [] }],
    [{ ...agent, relevantTypes: ["abc"] }],
    [{ ...agent, member: [] }],
  ];
  for (const value of BAD)
    it(`refuses contextAgents = ${JSON.stringify(value)}`, () => {
      assert.throws(
        () => checkStatement(withValue(full, "context.contextAgents", value), SPOKEN.two),
        StatementFault,
      );
    });
  for (const value of [
    [{ ...group, objectType: "contextAgent" }],
    [{ ...group, group: { key: "x" } }],
    [{ ...group, group: { mbox: "mailto:g@example.com" } }],
    [{ ...group, relevantTypes: [] }],
    [{ ...group, relevantTypes: [1] }],
  ])
    it(`refuses contextGroups = ${JSON.stringify(value)}`, () => {
      assert.throws(
        () => checkStatement(withValue(full, "context.contextGroups", value), SPOKEN.two),
        StatementFault,
      );
    });
});

describe("types of interaction", () => {
  const component = [{ id: "a", description: { en: "A" } }];
  const OF: Readonly<Record<string, readonly string[]>> = {
    "true-false": [],
    choice: ["choices"],
    "fill-in": [],
    "long-fill-in": [],
    matching: ["source", "target"],
    performance: ["steps"],
    sequencing: ["choices"],
    likert: ["scale"],
    numeric: [],
    other: [],
  };
  const withDefinition = (definition: unknown) => withValue(full, "object.definition", definition);
  for (const [interactionType, lists] of Object.entries(OF))
    for (const list of ["choices", "scale", "source", "target", "steps"])
      it(`${interactionType} ${lists.includes(list) ? "has" : "has no"} ${list}`, () => {
        const check = () =>
          checkStatement(withDefinition({ interactionType, [list]: component }), SPOKEN.one);
        if (lists.includes(list)) check();
        else assert.throws(check, StatementFault);
      });
});
