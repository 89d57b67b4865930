import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { portalPath } from "./portal-context.ts";
import { everyWords, nextOfPlan, planChoices, type Subscription } from "./plan-words.ts";

const plan = (given: Partial<Subscription>) => ({
  status: "active" as const,
  periodEndsOn: "2027-02-28",
  trialEndsOn: null,
  cancelOn: null,
  pausedOn: null,
  resumesOn: null,
  pendingChange: null,
  ...given,
});
const next = (given: Partial<Subscription>) =>
  nextOfPlan(plan(given), { day: (on) => on, price: "97 a month" });

describe("what comes next for a plan", () => {
  it("is said in a sentence", () => {
    assert.equal(next({}), "Next invoice on 2027-02-28: 97 a month.");
    assert.equal(
      next({ status: "trialing", trialEndsOn: "2027-01-18" }),
      "Free of charge until 2027-01-18, then 97 a month.",
    );
    assert.match(next({ cancelOn: "2027-02-28" }), /^It ends on 2027-02-28/);
    assert.equal(
      next({ pausedOn: "2027-02-28", resumesOn: "2027-05-01" }),
      "It pauses on 2027-02-28 and goes on on 2027-05-01.",
    );
    assert.equal(next({ status: "paused" }), "It rests until you go on with it.");
    assert.equal(
      next({ pendingChange: { offerName: "Starter", quantity: 1 } }),
      "Becomes Starter on 2027-02-28.",
    );
    assert.equal(next({ status: "incomplete", periodEndsOn: null }), "It begins when its invoice is paid.");
  });

  it("offers what can be done then, and nothing else", () => {
    const can = (given: Partial<Subscription>) =>
      Object.entries(planChoices(plan(given)))
        .filter(([, may]) => may)
        .map(([choice]) => choice);
    assert.deepEqual(can({}), ["canChange", "canPause", "canCancel"]);
    assert.deepEqual(can({ cancelOn: "2027-02-28" }), ["canKeep"]);
    assert.deepEqual(can({ status: "paused", pausedOn: "2027-02-01" }), ["canCancel", "canResume"]);
    assert.deepEqual(can({ status: "cancelled", cancelOn: "2027-02-01" }), ["canRevive"]);
  });

  it("counts cycles", () => {
    assert.deepEqual([everyWords("month", 1), everyWords("year", 2)], ["a month", "every 2 years"]);
  });
});

it("pages of the first account name none, those of another do", () => {
  const [a, b] = [{ accountId: "a" }, { accountId: "b" }] as Parameters<typeof portalPath>[0]["accounts"];
  assert.equal(portalPath({ accounts: [a!, b!], account: a! }, "/account/usage"), "/account/usage");
  assert.equal(portalPath({ accounts: [a!, b!], account: b! }, "/account?x=1"), "/account?x=1&account=b");
  assert.equal(portalPath({ accounts: [], account: null }, "/account"), "/account");
});
