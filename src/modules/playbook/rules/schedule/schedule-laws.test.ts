import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { addDays } from "../calendar/iso-date.ts";
import { EVERY_DAY } from "../calendar/working-calendar.ts";
import { computeSchedule } from "./compute-schedule.ts";
import { createDayLine } from "./day-line.ts";
import type { Link, LinkType, PlannedPackage, ScheduleInput } from "./types.ts";

const types: LinkType[] = ["FS", "SS", "FF", "SF"];

/** Links only lead from lower to higher positions, so the plan has no ring. */
const anyPlan: fc.Arbitrary<ScheduleInput> = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.record({
    packages: fc.tuple(
      ...Array.from({ length: size }, (_, index) =>
        fc
          .record({
            offset: fc.option(fc.integer({ min: 0, max: 40 })),
            days: fc.integer({ min: 0, max: 15 }),
          })
          .map(
            ({ offset, days }): PlannedPackage => ({
              id: `p${index}`,
              durationDays: days,
              progress: 0,
              ...(offset === null ? {} : { start: addDays("2027-01-04", offset) }),
            }),
          ),
      ),
    ),
    links: fc.array(
      fc
        .record({
          a: fc.nat({ max: size - 1 }),
          b: fc.nat({ max: size - 1 }),
          type: fc.constantFrom(...types),
          lagDays: fc.integer({ min: -3, max: 6 }),
        })
        .filter(({ a, b }) => a !== b)
        .map(
          ({ a, b, type, lagDays }): Link => ({
            from: `p${Math.min(a, b)}`,
            to: `p${Math.max(a, b)}`,
            type,
            lagDays,
          }),
        ),
      { maxLength: size === 1 ? 0 : 20 },
    ),
    calendar: fc.constantFrom(EVERY_DAY, {
      weekdays: [1, 2, 3, 4, 5],
      holidays: ["2027-01-20", "2027-02-08"],
    }),
    startOn: fc.constant("2027-01-04"),
  }),
);

function solve(input: ScheduleInput) {
  const result = computeSchedule(input);
  assert.ok(result.ok);
  return result.schedule;
}

describe("laws of a schedule", () => {
  it("every link and every planned start is kept, and something holds each package", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const line = createDayLine(plan.calendar);
        const byId = new Map(solve(plan).packages.map((one) => [one.id, one]));
        for (const { from, to, type, lagDays } of plan.links) {
          const held = line.at(type === "FS" || type === "FF" ? byId.get(from)!.end : byId.get(from)!.start);
          const holding = line.at(type === "FS" || type === "SS" ? byId.get(to)!.start : byId.get(to)!.end);
          assert.ok(holding >= held + lagDays, `${type} from ${from} to ${to}`);
        }
        for (const planned of plan.packages) {
          if (planned.start) assert.ok(line.at(byId.get(planned.id)!.start) >= line.at(planned.start));
        }
      }),
    );
  });

  it("using up the float leaves the end alone; one day more moves it by one day", () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(), (plan, pick) => {
        const before = solve(plan);
        const line = createDayLine(plan.calendar);
        const chosen = before.packages[pick % before.packages.length]!;
        const endAfter = (days: number) => {
          const start = line.startDate(line.at(chosen.start) + days);
          const packages = plan.packages.map((one) => (one.id === chosen.id ? { ...one, start } : one));
          return line.at(solve({ ...plan, packages }).end!);
        };
        assert.equal(endAfter(chosen.floatDays!), line.at(before.end!));
        assert.equal(endAfter(chosen.floatDays! + 1), line.at(before.end!) + 1);
      }),
    );
  });

  it("the critical path has no float and ends the plan", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { criticalPath, packages, end } = solve(plan);
        const line = createDayLine(plan.calendar);
        const onPath = criticalPath.map((id) => packages.find((one) => one.id === id)!);
        assert.ok(onPath.length > 0);
        assert.ok(onPath.every((one) => one.critical && one.floatDays === 0));
        assert.equal(line.at(onPath.at(-1)!.end), line.at(end!));
      }),
    );
  });
});
