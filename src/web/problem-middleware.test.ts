import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Problem } from "#web/problem.ts";
import { inAddress } from "#web/problem-middleware.ts";

const refused = (...paths: string[]): Problem => ({
  kind: "invalid",
  code: "input.invalid",
  message: "The input of playbook.get_risk needs mending. riskId: Invalid UUID.",
  issues: paths.map((path) => ({ path, message: "Invalid UUID" })),
});
const get = new Request("http://cairn.test/console/plan/risks/rubbish?cursor=x");
const post = new Request(get, { method: "POST" });

describe("an input that the address made wrong", () => {
  it("is a page that does not exist when it came from a piece of the path", () => {
    for (const request of [get, post]) {
      const shown = inAddress(
        refused("riskId"),
        { riskId: "rubbish" },
        { request, params: { id: "rubbish" } },
      );
      assert.deepEqual([shown.kind, shown.message, shown.issues], ["not_found", "", []]);
    }
    const nested = inAddress(
      refused("of.id"),
      { of: { id: "rubbish" } },
      { request: get, params: { id: "rubbish" } },
    );
    assert.equal(nested.kind, "not_found");
  });

  it("is told in the error page's own words when it came from the query", () => {
    const shown = inAddress(refused("cursor"), { cursor: "x" }, { request: get, params: { id: "rubbish" } });
    assert.deepEqual([shown.kind, shown.message], ["invalid", ""]);
  });

  it("stays as it is for what was posted, and for any other refusal", () => {
    const params = { id: "rubbish" };
    assert.equal(
      inAddress(refused("title"), { title: "" }, { request: post, params }).message,
      refused().message,
    );
    const other: Problem = { ...refused("riskId"), code: "playbook.no_such_risk", kind: "gone" };
    assert.equal(inAddress(other, { riskId: "rubbish" }, { request: get, params }), other);
    assert.equal(inAddress(refused("a.b"), null, { request: get, params }).kind, "invalid");
  });
});
