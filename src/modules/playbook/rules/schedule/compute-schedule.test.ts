import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { EVERY_DAY, STANDARD_WEEK } from "../calendar/working-calendar.ts";
import { computeSchedule } from "./compute-schedule.ts";
import type { Link, LinkType, PlannedPackage, Schedule, ScheduleInput } from "./types.ts";

const work = (id: string, durationDays: number, more: Partial<PlannedPackage> = {}): PlannedPackage => ({
  id,
  durationDays,
  progress: 0,
  ...more,
});
const link = (from: string, type: LinkType, to: string, lagDays = 0): Link => ({ from, to, type, lagDays });

function solve(input: ScheduleInput): Schedule {
  const result = computeSchedule(input);
  assert.ok(result.ok);
  return result.schedule;
}

const dates = (schedule: Schedule) =>
  Object.fromEntries(schedule.packages.map((one) => [one.id, [one.start, one.end, one.floatDays]]));

describe("hand-solved plans", () => {
  it("every link type with lag, counting every day", () => {
    // Day 0 is 4 January. Forward:                      Backward from day 14:
    //   A 3 days                          0–3           LF 3  (B starts 3; C may start 11, so A 10)   float 0
    //   B 4 days, after A                 3–7           LF 7  (D starts 9 less 2; E ends 14, less 4)   float 0
    //   C 2 days, 1 day after A starts    1–3           LF 13 (D ends 14, less 1)                     float 10
    //   D 5 days, 2 days after B;         9–14          LF 14                                         float 0
    //     ends ≥ 1 day after C ends (4)
    //   E 3 days, ends ≥ 4 days after     4–7           LF 14                                         float 7
    //     B starts (7)
    const schedule = solve({
      packages: [work("A", 3), work("B", 4), work("C", 2), work("D", 5), work("E", 3)],
      links: [
        link("A", "FS", "B"),
        link("A", "SS", "C", 1),
        link("B", "FS", "D", 2),
        link("C", "FF", "D", 1),
        link("B", "SF", "E", 4),
      ],
      calendar: EVERY_DAY,
      startOn: "2027-01-04",
    });
    assert.deepEqual(dates(schedule), {
      A: ["2027-01-04", "2027-01-07", 0],
      B: ["2027-01-07", "2027-01-11", 0],
      C: ["2027-01-05", "2027-01-07", 10],
      D: ["2027-01-13", "2027-01-18", 0],
      E: ["2027-01-08", "2027-01-11", 7],
    });
    assert.deepEqual(schedule.criticalPath, ["A", "B", "D"]);
    assert.equal(schedule.end, "2027-01-18");
    const c = schedule.packages.find((one) => one.id === "C");
    assert.deepEqual([c?.latestStart, c?.latestEnd], ["2027-01-15", "2027-01-17"]);
  });

  it("a finish held by a finish is critical through the link", () => {
    // Draft 10: 0–10. Review 4, ends 2 after Draft ends: 8–12. Publish 1 after Review: 12–13.
    // Setup 2, 3 after Draft starts: 3–5, float 13 − 5 = 8. Old site 6 ends 1 after Publish starts: 7–13, float 0.
    const schedule = solve({
      packages: [
        work("Draft", 10),
        work("Review", 4),
        work("Publish", 1),
        work("Setup", 2),
        work("Old site", 6),
      ],
      links: [
        link("Draft", "FF", "Review", 2),
        link("Review", "FS", "Publish"),
        link("Draft", "SS", "Setup", 3),
        link("Publish", "SF", "Old site", 1),
      ],
      calendar: EVERY_DAY,
      startOn: "2027-01-01",
    });
    assert.deepEqual(dates(schedule), {
      Draft: ["2027-01-01", "2027-01-11", 0],
      Review: ["2027-01-09", "2027-01-13", 0],
      Publish: ["2027-01-13", "2027-01-14", 0],
      Setup: ["2027-01-04", "2027-01-06", 8],
      "Old site": ["2027-01-08", "2027-01-14", 0],
    });
    assert.deepEqual(schedule.criticalPath, ["Draft", "Review", "Publish"]);
  });

  it("planned dates, weekends and a holiday", () => {
    // Holiday Wednesday 6 January. Plan [4, 18 January) is 9 working days. Build 3 days after it: 18, 19, 20.
    // Launch may start 1 day after Build, Friday 22, but is planned for Monday 25: so Build has 1 day of float.
    const schedule = solve({
      packages: [
        { id: "Plan", start: "2027-01-04", end: "2027-01-18", progress: 0 },
        work("Build", 3),
        { id: "Launch", start: "2027-01-25", end: "2027-01-30", progress: 0 },
      ],
      links: [link("Plan", "FS", "Build"), link("Build", "FS", "Launch", 1)],
      calendar: { ...STANDARD_WEEK, holidays: ["2027-01-06"] },
    });
    assert.deepEqual(dates(schedule), {
      Plan: ["2027-01-04", "2027-01-18", 1],
      Build: ["2027-01-18", "2027-01-21", 1],
      Launch: ["2027-01-25", "2027-01-30", 0],
    });
    assert.deepEqual(schedule.criticalPath, ["Launch"]);
    assert.deepEqual(schedule.packages[2]?.driver, { kind: "planned" });
  });
});

describe("what holds a package", () => {
  it("is the link when link and planned date agree", () => {
    const { criticalPath } = solve({
      packages: [
        { id: "a", start: "2027-01-04", end: "2027-01-18", progress: 0 },
        { id: "b", start: "2027-01-18", end: "2027-02-01", progress: 0 },
      ],
      links: [link("a", "FS", "b")],
    });
    assert.deepEqual(criticalPath, ["a", "b"]);
  });

  it("holds nothing once it has happened anyway", () => {
    // b began and c ended without waiting for a: a may take until the end of the plan, b's ten days.
    const { packages } = solve({
      packages: [
        work("a", 2),
        work("b", 10, { actualStart: "2027-01-04" }),
        work("c", 1, { progress: 1, actualStart: "2027-01-04", actualEnd: "2027-01-05" }),
      ],
      links: [link("a", "FS", "b"), link("a", "FS", "c")],
      startOn: "2027-01-04",
    });
    assert.equal(packages[0]?.floatDays, 8);
  });

  it("is not on the critical path once finished, however late it ended", () => {
    const { criticalPath } = solve({
      packages: [
        work("done", 1, { progress: 1, actualStart: "2027-01-04", actualEnd: "2027-03-01" }),
        work("open", 3),
      ],
      links: [],
      startOn: "2027-01-04",
    });
    assert.deepEqual(criticalPath, ["open"]);
  });
});

describe("dates people wrote", () => {
  it("stay as written while nothing moves them, even on a Sunday", () => {
    const { packages } = solve({
      packages: [{ id: "a", start: "2027-01-03", end: "2027-02-03", progress: 0 }],
      links: [],
    });
    assert.deepEqual([packages[0]?.start, packages[0]?.end], ["2027-01-03", "2027-02-03"]);
  });

  it("keep taking the weekend in when they move a week", () => {
    const { packages } = solve({
      packages: [work("first", 10), { id: "next", start: "2027-01-11", end: "2027-01-18", progress: 0 }],
      links: [link("first", "FS", "next")],
      startOn: "2027-01-04",
    });
    assert.deepEqual([packages[1]?.start, packages[1]?.end], ["2027-01-18", "2027-01-25"]);
  });

  it("decide the duration over the estimate", () => {
    const { packages } = solve({
      packages: [work("a", 99, { start: "2027-01-04", end: "2027-01-09" })],
      links: [],
    });
    assert.equal(packages[0]?.end, "2027-01-09");
  });

  it("an end alone gives the start by the duration", () => {
    const { packages } = solve({ packages: [work("a", 5, { end: "2027-01-09" })], links: [] });
    assert.deepEqual([packages[0]?.start, packages[0]?.end], ["2027-01-04", "2027-01-09"]);
  });
});

describe("what has happened", () => {
  it("finished work keeps its real dates, and what waits for it starts after them", () => {
    const { packages, criticalPath } = solve({
      packages: [
        work("done", 5, {
          start: "2027-01-04",
          end: "2027-01-09",
          progress: 1,
          actualStart: "2027-01-05",
          actualEnd: "2027-01-14",
        }),
        work("next", 2),
      ],
      links: [link("done", "FS", "next")],
      asOf: "2027-01-14",
    });
    assert.deepEqual(
      [packages[0]?.start, packages[0]?.end, packages[0]?.floatDays],
      ["2027-01-05", "2027-01-14", null],
    );
    assert.equal(packages[0]?.critical, false);
    assert.deepEqual([packages[1]?.start, packages[1]?.end], ["2027-01-14", "2027-01-16"]);
    assert.deepEqual(criticalPath, ["next"]);
  });

  it("work under way ends when what remains is done, counted from today", () => {
    // 10 days from 4 January, 40 % done on Monday 11: 6 days remain, 11 to 18 January.
    const { packages } = solve({
      packages: [
        { id: "a", start: "2027-01-04", end: "2027-01-16", progress: 0.4, actualStart: "2027-01-04" },
      ],
      links: [],
      asOf: "2027-01-11",
    });
    assert.deepEqual([packages[0]?.start, packages[0]?.end], ["2027-01-04", "2027-01-19"]);
  });

  it("rounding in the machine adds no day", () => {
    // 70 % of ten days leave three, though 10 × (1 − 0.7) is a little more than 3 to a machine.
    const { packages } = solve({
      packages: [work("a", 10, { start: "2027-01-04", progress: 0.7, actualStart: "2027-01-04" })],
      links: [],
      asOf: "2027-01-11",
    });
    assert.equal(packages[0]?.end, "2027-01-14");
  });

  it("what has not begun cannot begin in the past", () => {
    const { packages } = solve({
      packages: [{ id: "a", start: "2027-01-04", end: "2027-01-09", progress: 0 }],
      links: [],
      asOf: "2027-01-06",
    });
    assert.deepEqual(
      [packages[0]?.start, packages[0]?.end, packages[0]?.driver.kind],
      ["2027-01-06", "2027-01-13", "as_of"],
    );
  });

  it("a finish link holds work that is already under way", () => {
    const { packages } = solve({
      packages: [
        work("content", 20, { start: "2027-01-04" }),
        work("editing", 5, { start: "2027-01-04", actualStart: "2027-01-04" }),
      ],
      links: [link("content", "FF", "editing", 1)],
      calendar: EVERY_DAY,
    });
    assert.equal(packages[1]?.start, "2027-01-04");
    assert.equal(packages[1]?.end, "2027-01-25");
  });
});

describe("set dates", () => {
  it("no earlier than moves, no later than makes float negative", () => {
    const { packages } = solve({
      packages: [
        work("a", 5, { constraint: { type: "start_no_earlier_than", on: "2027-01-11" } }),
        work("b", 5, { constraint: { type: "finish_no_later_than", on: "2027-01-20" } }),
      ],
      links: [link("a", "FS", "b")],
      startOn: "2027-01-04",
    });
    // b can end Friday 22; allowed until Wednesday 20: two working days short, and so is a before it.
    assert.deepEqual(
      packages.map((one) => [one.start, one.floatDays, one.critical]),
      [
        ["2027-01-11", -2, true],
        ["2027-01-18", -2, true],
      ],
    );
  });

  it("must start on is kept, and a link that cannot be is reported", () => {
    const { packages, conflicts } = solve({
      packages: [work("a", 10), work("b", 5, { constraint: { type: "must_start_on", on: "2027-01-11" } })],
      links: [link("a", "FS", "b")],
      startOn: "2027-01-04",
    });
    assert.equal(packages[1]?.start, "2027-01-11");
    assert.deepEqual(conflicts, [{ id: "b", on: "2027-01-11", possibleOn: "2027-01-18" }]);
  });
});

describe("plans that cannot be dated", () => {
  it("name the ring", () => {
    const result = computeSchedule({
      packages: [
        work("x", 1),
        work("a", 1, { title: "Hire" }),
        work("b", 1, { title: "Fund" }),
        work("c", 1, { title: "Sell" }),
      ],
      links: [link("x", "FS", "a"), link("a", "FS", "b"), link("b", "SS", "c"), link("c", "FF", "a")],
      startOn: "2027-01-04",
    });
    assert.ok(!result.ok);
    assert.deepEqual(new Set(result.cycle.ids), new Set(["a", "b", "c"]));
    assert.equal(
      result.cycle.message,
      "“Hire” waits for “Sell”, which waits for “Fund”, which waits for “Hire”.",
    );
  });

  it("name a package that waits for itself", () => {
    const result = computeSchedule({
      packages: [work("a", 1)],
      links: [link("a", "FS", "a")],
      startOn: "2027-01-04",
    });
    assert.ok(!result.ok);
    assert.equal(result.cycle.message, "“a” waits for “a”.");
  });

  it("need a date from somewhere, and ids that differ", () => {
    assert.throws(() => computeSchedule({ packages: [work("a", 1)], links: [] }), /needs a start date/);
    assert.throws(() => computeSchedule({ packages: [work("a", 1), work("a", 2)], links: [] }), /same id/);
  });

  it("leave out links to packages they do not have", () => {
    const schedule = solve({
      packages: [work("a", 1)],
      links: [link("gone", "FS", "a")],
      startOn: "2027-01-04",
    });
    assert.deepEqual(schedule.unknownLinks, [link("gone", "FS", "a")]);
  });

  it("an empty plan is a schedule of nothing", () => {
    assert.deepEqual(solve({ packages: [], links: [], startOn: "2027-01-04" }).end, null);
  });
});
