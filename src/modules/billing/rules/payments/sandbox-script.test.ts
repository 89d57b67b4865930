import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sandboxScript } from "#modules/billing/rules/payments/sandbox-script.ts";

describe("the script of a sandbox payment", () => {
  for (const [method, amount, script] of [
    ["sandbox_decline_1", 1000, "decline"],
    ["sandbox_timeout_1", 1002, "timeout"],
    ["sandbox_amount_1", 1000, "succeed"],
    ["sandbox_amount_1", 1202, "decline"],
    ["sandbox_amount_1", 3, "action"],
    ["sandbox_amount_1", 104, "timeout"],
    ["sandbox_amount_1", 905, "dispute"],
    ["something else", 2, "succeed"],
  ] as const)
    it(`of ${amount} with ${method} is ${script}`, () => {
      assert.equal(sandboxScript(method, amount), script);
    });
});
