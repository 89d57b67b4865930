import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { computeSchedule } from "./compute-schedule.ts";
import { findSlips } from "./find-slips.ts";

describe("what slipped since the last look", () => {
  it("is what ends later than then, worst first, with the reason", () => {
    const result = computeSchedule({
      packages: [
        {
          id: "a",
          title: "Direction",
          start: "2027-01-04",
          end: "2027-01-16",
          progress: 0.5,
          actualStart: "2027-01-04",
        },
        { id: "b", title: "Team", durationDays: 5, progress: 0 },
        { id: "c", title: "Office", start: "2027-01-11", end: "2027-01-16", progress: 0 },
        {
          id: "d",
          title: "Done",
          start: "2027-01-04",
          end: "2027-01-09",
          progress: 1,
          actualEnd: "2027-01-12",
        },
        { id: "e", title: "Later", start: "2027-03-01", end: "2027-03-06", progress: 0 },
        { id: "f", title: "New", start: "2027-03-01", end: "2027-03-06", progress: 0 },
      ],
      links: [{ from: "a", to: "b", type: "FS", lagDays: 0 }],
      asOf: "2027-01-18",
    });
    assert.ok(result.ok);
    // a: five of ten days left from Monday 18, to Friday 22; b after it, to Friday 29; c from Monday 18 to Friday 22.
    const then = { a: "2027-01-16", b: "2027-01-23", c: "2027-01-16", d: "2027-01-09", e: "2027-03-06" };
    assert.deepEqual(
      findSlips(then, result.schedule).map(({ id, days, reason }) => [id, days, reason]),
      [
        ["a", 7, "+7 days, more is left to do than the time planned"],
        ["b", 7, "+7 days, it waits for “Direction”"],
        ["c", 7, "+7 days, it has not started"],
        ["d", 3, "+3 days, it ended later than expected"],
      ],
    );
  });
});
