import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import {
  advanceAttempt,
  type AttemptStatus,
  isLive,
} from "#modules/billing/rules/payments/advance-attempt.ts";

const STATES: readonly AttemptStatus[] = [
  "created",
  "unknown",
  "requires_action",
  "pending",
  "failed",
  "abandoned",
  "succeeded",
];
const state = fc.constantFrom(...STATES);

describe("the state of an attempt", () => {
  it("ends as succeeded wherever in the row the money is told of", () => {
    fc.assert(
      fc.property(fc.array(state), fc.nat(20), (told, at) => {
        const all = told.toSpliced(at % (told.length + 1), 0, "succeeded");
        assert.equal(all.reduce(advanceAttempt, "created"), "succeeded");
      }),
    );
  });

  it("is the same however often something is told, and never comes alive again", () => {
    fc.assert(
      fc.property(state, fc.array(state), (known, told) => {
        const once = told.reduce(advanceAttempt, known);
        assert.equal(told.reduce(advanceAttempt, once), once);
        if (!isLive(known)) assert.equal(isLive(once), false);
      }),
    );
  });

  it("is alive until it failed, was given up or brought money", () => {
    assert.deepEqual(STATES.filter(isLive), ["created", "unknown", "requires_action", "pending"]);
  });

  it("does not go back", () => {
    assert.equal(advanceAttempt("pending", "requires_action"), "pending");
    assert.equal(advanceAttempt("failed", "pending"), "failed");
    assert.equal(advanceAttempt("succeeded", "failed"), "succeeded");
  });
});
