import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { filterWords, kindFields } from "./kind-fields.ts";

describe("kindFields", () => {
  it("reads choices and texts from a schema, and nothing a field cannot hold", () => {
    const schema = {
      type: "object",
      properties: {
        status: { enum: ["published", "draft"] },
        kind: { const: "page" },
        titleHas: { type: "string" },
        tags: { type: "array" },
      },
    };
    assert.deepEqual(kindFields(schema), [
      { name: "status", label: "Status", options: ["published", "draft"] },
      { name: "kind", label: "Kind", options: ["page"] },
      { name: "titleHas", label: "Title has", options: null },
    ]);
  });

  it("has no fields for a kind without a schema", () => {
    assert.deepEqual([kindFields(null), kindFields({ type: "object" }), kindFields([])], [[], [], []]);
  });
});

describe("filterWords", () => {
  it("says what is asked without ids", () => {
    assert.equal(
      filterWords({ status: "published", type: "business_plan", deliverableId: "0197" }),
      "status published, type business plan",
    );
    assert.equal(filterWords({}), "");
  });
});
