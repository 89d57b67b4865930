import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { nextStep } from "#modules/billing/rules/dunning/next-step.ts";
import type { DunningState, DunningStep, LateInvoice } from "#modules/billing/rules/dunning/types.ts";

const schedule = { reminderDays: [3, 7, 14, 21], graceDays: 14, writeOffDays: 60 };
const DUE = "2027-01-10";
const late: LateInvoice = {
  dueOn: DUE,
  isOrder: false,
  hasAccess: true,
  hasMethod: false,
  isMoneyUnderWay: false,
};
const fresh: DunningState = {
  step: 0,
  retriedStep: 0,
  firstRemindedOn: null,
  isSuspended: false,
  heldUntilOn: null,
};
const dayAfter = (days: number) => Temporal.PlainDate.from(DUE).add({ days }).toString();

/** The state after a step was taken on a day. */
function after(state: DunningState, step: DunningStep, today: string): DunningState {
  if (step.kind === "retry") return { ...state, retriedStep: step.step };
  if (step.kind === "remind")
    return { ...state, step: step.step, firstRemindedOn: state.firstRemindedOn ?? today };
  return step.kind === "suspend" ? { ...state, isSuspended: true } : state;
}

/** Everything dunning does with an invoice nobody pays, worked on these days. */
function story(invoice: LateInvoice, days: readonly number[]): string[] {
  let state = fresh;
  const told: string[] = [];
  for (const day of days) {
    const today = dayAfter(day);
    for (;;) {
      const step = nextStep(invoice, state, schedule, today);
      if (step.kind === "wait" || step.kind === "rest" || step.kind === "hold") break;
      told.push(`${day}: ${step.kind}${"step" in step ? ` ${step.step}` : ""}`);
      if (step.kind === "write_off") return told;
      state = after(state, step, today);
    }
  }
  return told;
}

const daily = Array.from({ length: 90 }, (_, index) => index + 1);

describe("dunning", () => {
  it("reminds, holds access back and gives up by the schedule", () => {
    assert.deepEqual(story(late, daily), [
      "3: remind 1",
      "7: remind 2",
      "14: remind 3",
      "14: suspend",
      "21: remind 4",
      "60: write_off",
    ]);
  });

  it("charges a saved method before each mail", () => {
    assert.deepEqual(story({ ...late, hasMethod: true }, [3, 7]), [
      "3: retry 1",
      "3: remind 1",
      "7: retry 2",
      "7: remind 2",
    ]);
  });

  it("sends one mail, not four, after weeks without a worker, and gives notice before anything is taken", () => {
    assert.deepEqual(story(late, [70, 71, 72, 73, 83, 84]), ["70: remind 4", "73: suspend", "84: write_off"]);
  });

  it("reminds of an order twice and takes nothing, for nothing was given", () => {
    assert.deepEqual(story({ ...late, isOrder: true }, daily), ["3: remind 1", "7: remind 2"]);
  });

  it("holds nothing back for work that was billed by hand, and gives it up all the same", () => {
    assert.deepEqual(story({ ...late, hasAccess: false }, daily), [
      "3: remind 1",
      "7: remind 2",
      "14: remind 3",
      "21: remind 4",
      "60: write_off",
    ]);
  });

  it("does nothing while money is under way or staff agreed to wait", () => {
    assert.deepEqual(nextStep({ ...late, isMoneyUnderWay: true }, fresh, schedule, dayAfter(30)), {
      kind: "hold",
    });
    const held = { ...fresh, heldUntilOn: dayAfter(40) };
    assert.deepEqual(nextStep(late, held, schedule, dayAfter(30)), { kind: "wait", untilOn: dayAfter(40) });
    assert.equal(nextStep(late, held, schedule, dayAfter(40)).kind, "remind");
  });

  it("says in the mail when access ends", () => {
    const first = nextStep(late, fresh, schedule, dayAfter(3));
    assert.deepEqual(first, { kind: "remind", step: 1, isLast: false, suspendsOn: dayAfter(14) });
    const tardy = nextStep(late, fresh, schedule, dayAfter(13));
    assert.deepEqual(tardy, { kind: "remind", step: 2, isLast: false, suspendsOn: dayAfter(16) });
  });

  it("waits for the next day on which there is something to do, and rests when there is none", () => {
    assert.deepEqual(nextStep(late, fresh, schedule, dayAfter(1)), { kind: "wait", untilOn: dayAfter(3) });
    const done = { ...fresh, step: 4, firstRemindedOn: dayAfter(3), isSuspended: true };
    assert.deepEqual(nextStep(late, done, schedule, dayAfter(22)), { kind: "wait", untilOn: dayAfter(60) });
    assert.deepEqual(nextStep(late, done, { ...schedule, writeOffDays: null }, dayAfter(99)), {
      kind: "rest",
    });
  });

  it("suspends once, writes off last, and never without a mail before, on whatever days it is worked", () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(days, fc.boolean(), (worked, hasMethod) => {
        const told = story(
          { ...late, hasMethod },
          worked.toSorted((a, b) => a - b),
        );
        const kinds = told.map((line) => line.split(" ")[1]);
        const first = kinds.indexOf("remind");
        const suspension = kinds.indexOf("suspend");
        assert.ok(kinds.filter((kind) => kind === "suspend").length <= 1);
        assert.ok(kinds.filter((kind) => kind === "remind").length <= schedule.reminderDays.length);
        if (suspension >= 0) assert.ok(first >= 0 && first < suspension);
        const end = kinds.indexOf("write_off");
        if (end >= 0) assert.ok(end === kinds.length - 1 && suspension >= 0);
      }),
    );
  });
});
