import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { computeSchedule } from "./compute-schedule.ts";
import { scheduleVariance } from "./schedule-variance.ts";
import type { Link, PlannedPackage } from "./types.ts";

/** Three packages of two weeks: a from 4 January, b from 18 January, c from 1 February. */
const planned: PlannedPackage[] = [
  { id: "a", title: "Direction", start: "2027-01-04", end: "2027-01-18", progress: 0 },
  { id: "b", title: "Team", start: "2027-01-18", end: "2027-02-01", progress: 0 },
  { id: "c", title: "Course", start: "2027-02-01", end: "2027-02-15", progress: 0 },
];
const links: Link[] = [
  { from: "a", to: "b", type: "FS", lagDays: 0 },
  { from: "b", to: "c", type: "FS", lagDays: 0 },
];
const baseline = planned.map(({ id, start = "", end = "" }) => ({ id, start, end }));

function variance(asOf: string, facts: Record<string, Partial<PlannedPackage>>) {
  const packages = planned.map((one) => ({ ...one, ...facts[one.id] }));
  const result = computeSchedule({ packages, links, asOf });
  assert.ok(result.ok);
  return scheduleVariance(baseline, result.schedule, asOf);
}

const done = (actualStart: string, actualEnd: string) => ({ progress: 1, actualStart, actualEnd });

describe("variance against the baseline", () => {
  it("is nothing before anything is due", () => {
    const { days, reason } = variance("2027-01-06", { a: { progress: 0.2, actualStart: "2027-01-04" } });
    assert.deepEqual([days, reason], [0, "Nothing is due yet"]);
  });

  it("is nothing when what should be done is done", () => {
    const { days, reason, causes } = variance("2027-01-20", { a: done("2027-01-04", "2027-01-18") });
    assert.deepEqual([days, reason, causes], [0, "On time", []]);
  });

  it("names the package that is late, and how the end of the plan moves", () => {
    // Half of ten days is left on Monday 25: five days, to Friday 29; planned end Monday 18 takes weekends in,
    // so this one ends Monday 1 February, 14 days late, and pushes everything by two weeks.
    const { days, planEndDays, reason, packages } = variance("2027-01-25", {
      a: { progress: 0.5, actualStart: "2027-01-04" },
    });
    assert.equal(days, 14);
    assert.equal(planEndDays, 14);
    assert.equal(reason, "14 days late: “Direction” is not finished, 14 days late");
    assert.deepEqual(
      packages.map((one) => [one.id, one.startDays, one.endDays, one.shouldBeDone]),
      [
        ["a", 0, 14, true],
        ["b", 14, 14, false],
        ["c", 14, 14, false],
      ],
    );
  });

  it("says what a late package waits for", () => {
    const { days, causes } = variance("2027-02-01", { a: { progress: 0.5, actualStart: "2027-01-04" } });
    // a ends Monday 8 February, b two weeks later, Monday 22: three weeks after 1 February.
    assert.equal(days, 21);
    assert.deepEqual(
      causes.map((one) => [one.id, one.kind, one.days, one.waitsFor]),
      [
        ["a", "under_way", 21, null],
        ["b", "waits", 21, "a"],
      ],
    );
    assert.equal(causes[1]?.reason, "“Team” is 21 days late, waiting for “Direction”");
  });

  it("a delay that was made up no longer counts, but is told", () => {
    const { days, reason } = variance("2027-02-01", {
      a: done("2027-01-04", "2027-01-22"),
      b: done("2027-01-22", "2027-02-01"),
    });
    assert.deepEqual([days, reason], [0, "On time: “Direction” ended 4 days late"]);
  });

  it("early is negative", () => {
    const { days, reason } = variance("2027-01-18", { a: done("2027-01-04", "2027-01-15") });
    assert.deepEqual([days, reason], [-3, "3 days early"]);
  });

  it("work that has not begun is said so", () => {
    const { causes } = variance("2027-01-19", {});
    assert.deepEqual(
      causes.map((one) => [one.kind, one.reason]),
      [["not_started", "“Direction” has not started, 15 days late"]],
    );
  });

  it("what is not finished has not ended, even in a schedule that does not know the day", () => {
    const result = computeSchedule({ packages: planned, links });
    assert.ok(result.ok);
    assert.equal(scheduleVariance(baseline, result.schedule, "2027-01-21").days, 3);
  });

  it("packages added since, or taken out, are not compared", () => {
    const result = computeSchedule({
      packages: [{ id: "new", durationDays: 3, progress: 0 }],
      links: [],
      startOn: "2027-01-04",
    });
    assert.ok(result.ok);
    assert.deepEqual(scheduleVariance(baseline, result.schedule, "2027-06-01"), {
      days: 0,
      planEndDays: 0,
      reason: "Nothing is due yet",
      causes: [],
      packages: [],
    });
  });
});
