import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { EVERY_DAY } from "../calendar/working-calendar.ts";
import { moveWorkPackage } from "./move-work-package.ts";
import type { Gate } from "./shift-gates.ts";
import type { ScheduleInput } from "./types.ts";

/** Plan 4–17 Jan, then Build (10 working days, from 18 Jan), then Launch planned 8 Feb; Side stands alone. */
const plan: ScheduleInput = {
  packages: [
    { id: "plan", title: "Plan", start: "2027-01-04", end: "2027-01-18", progress: 0 },
    { id: "build", title: "Build", durationDays: 10, progress: 0 },
    { id: "launch", title: "Launch", start: "2027-02-08", end: "2027-02-13", progress: 0 },
    { id: "side", title: "Side", start: "2027-01-04", end: "2027-01-09", progress: 0 },
  ],
  links: [
    { from: "plan", to: "build", type: "FS", lagDays: 0 },
    { from: "build", to: "launch", type: "FS", lagDays: 0 },
  ],
};
const gates: Gate[] = [
  { id: "g1", title: "Gate 1", after: ["launch", "side"], due: "2027-02-12" },
  { id: "g0", title: "Gate 0", after: ["side"] },
];

function preview(id: string, start: string, input = plan) {
  const result = moveWorkPackage(input, { id, start }, gates);
  assert.ok(result.ok, result.ok ? "" : result.message);
  return result.preview;
}

describe("moving a work package", () => {
  it("shows what follows, by how much, and the gate it makes late", () => {
    const { moved, heldBy, follows, gates: shifted, planEnd } = preview("plan", "2027-01-18");
    assert.deepEqual(
      [moved.to.start, moved.to.end, moved.startDays, moved.endDays],
      ["2027-01-18", "2027-02-01", 14, 14],
    );
    assert.equal(heldBy, null);
    // Build 1–12 Feb instead of 18–29 Jan; Launch 15 Feb instead of 8: its slack of a week is used up first.
    assert.deepEqual(
      follows.map((one) => [one.id, one.to.start, one.startDays, one.endDays]),
      [
        ["build", "2027-02-01", 14, 14],
        ["launch", "2027-02-15", 7, 7],
      ],
    );
    assert.deepEqual(shifted, [
      { id: "g1", title: "Gate 1", from: "2027-02-12", to: "2027-02-19", days: 7, lateDays: 7 },
    ]);
    assert.deepEqual(planEnd, { from: "2027-02-13", to: "2027-02-20", days: 7 });
  });

  it("a move within the slack moves no gate", () => {
    const { follows, gates: shifted, planEnd } = preview("plan", "2027-01-11");
    assert.deepEqual(
      follows.map((one) => [one.id, one.startDays]),
      [["build", 7]],
    );
    assert.deepEqual(shifted, []);
    assert.equal(planEnd.days, 0);
  });

  it("earlier than its links allow, it goes as far as it can and says what holds it", () => {
    const { moved, heldBy } = preview("launch", "2027-01-18");
    assert.equal(moved.to.start, "2027-02-01");
    assert.equal(moved.startDays, -7);
    assert.deepEqual(heldBy, { kind: "link", from: "build", type: "FS", lagDays: 0 });
  });

  it("a day off becomes the next working day", () => {
    const { moved, heldBy } = preview("side", "2027-01-09");
    assert.deepEqual([moved.to.start, moved.to.end, heldBy], ["2027-01-11", "2027-01-16", null]);
  });

  it("to where it is, nothing moves", () => {
    const { moved, follows, gates: shifted } = preview("plan", "2027-01-04");
    assert.deepEqual([moved.startDays, moved.endDays, follows, shifted], [0, 0, [], []]);
  });

  it("a pinned start moves with it", () => {
    const pinned = plan.packages.map((one) =>
      one.id === "side" ? { ...one, constraint: { type: "must_start_on" as const, on: "2027-01-04" } } : one,
    );
    assert.equal(preview("side", "2027-01-06", { ...plan, packages: pinned }).moved.to.start, "2027-01-06");
  });

  it("counts calendar days over a calendar without days off", () => {
    assert.equal(preview("plan", "2027-01-05", { ...plan, calendar: EVERY_DAY }).moved.endDays, 1);
  });

  it("leaves the past and what is not there alone", () => {
    const started = plan.packages.map((one) =>
      one.id === "plan" ? { ...one, actualStart: "2027-01-04" } : one,
    );
    const refused = moveWorkPackage({ ...plan, packages: started }, { id: "plan", start: "2027-02-01" });
    assert.deepEqual([refused.ok, !refused.ok && refused.code], [false, "already_started"]);
    const unknown = moveWorkPackage(plan, { id: "gone", start: "2027-02-01" });
    assert.deepEqual([unknown.ok, !unknown.ok && unknown.code], [false, "unknown_work_package"]);
  });
});
