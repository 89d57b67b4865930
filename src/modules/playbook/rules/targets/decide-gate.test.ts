import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { type GateCriterionState, gateDecision, type Waiver } from "./decide-gate.ts";
import { judgeTarget } from "./judge-target.ts";
import type { CriterionState } from "./types.ts";

const asOf = "2027-06-30";
const waiver = (criterionId: string, more: Partial<Waiver> = {}): Waiver => ({
  criterionId,
  author: "Ada",
  reason: "The pilot covers it",
  expiresOn: "2027-07-31",
  ...more,
});
const criterion = (id: string, state: CriterionState): GateCriterionState => ({
  id,
  title: id,
  state,
  reason: state,
});

function customers(value: number): GateCriterionState {
  const judged = judgeTarget(
    { op: ">=", min: 100, max: null },
    { value, asOf },
    { today: asOf, due: asOf, startOn: "2027-01-04", forecast: null },
  );
  return { id: "customers", title: "Customers", state: judged.state, reason: judged.reason };
}

describe("a gate", () => {
  it("refuses at 99 of 100 customers and opens at 100", () => {
    const refused = gateDecision([customers(99)], [], asOf);
    assert.equal(refused.open, false);
    assert.match(refused.blocking[0]!.reason, /^99 of 100/);
    assert.deepEqual(gateDecision([customers(100)], [], asOf), {
      open: true,
      met: { done: 1, total: 1, share: 1 },
      blocking: [],
      waived: [],
    });
  });

  it("only met passes", () => {
    for (const state of ["not_started", "on_track", "at_risk", "missed", "unknown"] as const)
      assert.equal(gateDecision([criterion("a", state)], [], asOf).open, false);
  });

  it("a waiver opens it and stays visible", () => {
    const decision = gateDecision([criterion("a", "missed"), criterion("b", "met")], [waiver("a")], asOf);
    assert.equal(decision.open, true);
    assert.deepEqual(decision.met, { done: 1, total: 2, share: 0.5 });
    assert.deepEqual(
      decision.waived.map((one) => [one.id, one.waiver.author]),
      [["a", "Ada"]],
    );
  });

  it("a waiver counts through its last day and no longer", () => {
    const blocked = [criterion("a", "missed")];
    assert.equal(gateDecision(blocked, [waiver("a", { expiresOn: asOf })], asOf).open, true);
    const expired = gateDecision(blocked, [waiver("a", { expiresOn: "2027-06-29" })], asOf);
    assert.equal(expired.open, false);
    assert.equal(expired.blocking[0]?.expiredWaiver?.expiresOn, "2027-06-29");
    assert.equal(
      gateDecision(blocked, [waiver("a", { expiresOn: "2027-06-29" }), waiver("a")], asOf).open,
      true,
    );
  });

  it("a waiver without author or reason, or for something else, does not count", () => {
    const blocked = [criterion("a", "missed")];
    assert.equal(gateDecision(blocked, [waiver("a", { author: " " })], asOf).open, false);
    assert.equal(gateDecision(blocked, [waiver("a", { reason: "" })], asOf).open, false);
    assert.equal(gateDecision(blocked, [waiver("b")], asOf).open, false);
  });

  it("every criterion is met, waived or blocking, and one blocking criterion keeps it shut", () => {
    const states = fc.array(
      fc.tuple(
        fc.constantFrom<CriterionState>("met", "missed", "unknown", "at_risk"),
        fc.option(fc.integer({ min: 1, max: 28 })),
      ),
    );
    fc.assert(
      fc.property(states, (rows) => {
        const criteria = rows.map(([state], index) => criterion(`c${index}`, state));
        const waivers = rows.flatMap(([, day], index) =>
          day === null ? [] : [waiver(`c${index}`, { expiresOn: `2027-06-${String(day).padStart(2, "0")}` })],
        );
        const decision = gateDecision(criteria, waivers, "2027-06-15");
        assert.equal(decision.met.done + decision.waived.length + decision.blocking.length, criteria.length);
        assert.equal(decision.open, decision.blocking.length === 0);
        assert.ok(decision.waived.every((one) => one.waiver.expiresOn >= "2027-06-15"));
      }),
    );
  });
});
