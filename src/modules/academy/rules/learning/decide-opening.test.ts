import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { decideOpening, type OpeningFacts } from "#modules/academy/rules/learning/decide-opening.ts";

const instant = (text: string) => Temporal.Instant.from(text);
const facts = (given: Partial<OpeningFacts> = {}): OpeningFacts => ({
  startedAt: instant("2027-03-20T08:00:00Z"),
  cohortStartsOn: null,
  zone: "Europe/Berlin",
  completed: new Set(),
  ...given,
});

describe("when a lesson opens", () => {
  it("counts days by the student's own clock, over every change of clocks", () => {
    // Started at 09:00 in Berlin; a week later summer time has begun, and 09:00 is an hour earlier in UTC.
    const { opensAt } = decideOpening({ days: 8 }, facts(), instant("2027-03-28T06:59:59Z"));
    assert.equal(opensAt?.toString(), "2027-03-28T07:00:00Z");
    assert.equal(decideOpening({ days: 8 }, facts(), instant("2027-03-28T06:59:59Z")).isOpen, false);
    assert.equal(decideOpening({ days: 8 }, facts(), instant("2027-03-28T07:00:00Z")).isOpen, true);
  });

  for (const [zone, startsOn, days, opens] of [
    ["America/New_York", "2027-03-13", 1, "2027-03-14T05:00:00Z"],
    ["America/New_York", "2027-11-06", 2, "2027-11-08T05:00:00Z"],
    // Clocks in Beirut go forward at midnight: the day begins at 01:00.
    ["Asia/Beirut", "2027-03-27", 1, "2027-03-27T22:00:00Z"],
    ["Asia/Kolkata", "2027-03-27", 0, "2027-03-26T18:30:00Z"],
    ["Pacific/Apia", "2027-01-01", 7, "2027-01-07T11:00:00Z"],
  ] as const)
    it(`begins a cohort's day ${days} in ${zone} at ${opens}`, () => {
      const given = facts({ zone, cohortStartsOn: Temporal.PlainDate.from(startsOn) });
      assert.equal(
        decideOpening({ days }, given, instant("2027-01-01T00:00:00Z")).opensAt?.toString(),
        opens,
      );
    });

  it("waits for a date, for lessons before it, and for both", () => {
    const rule = { onDate: "2027-04-01", afterLessons: ["a", "b"] };
    const late = instant("2027-05-01T00:00:00Z");
    assert.deepEqual(decideOpening(rule, facts({ completed: new Set(["a"]) }), late).waitsFor, ["b"]);
    const done = facts({ completed: new Set(["a", "b"]) });
    assert.equal(decideOpening(rule, done, instant("2027-03-31T21:59:59Z")).isOpen, false);
    assert.equal(decideOpening(rule, done, instant("2027-03-31T22:00:00Z")).isOpen, true);
  });

  it("follows what staff decided for one student", () => {
    const early = facts({ override: { opensAt: null } });
    assert.equal(
      decideOpening({ days: 300, afterLessons: ["a"] }, early, instant("2027-03-20T08:00:00Z")).isOpen,
      true,
    );
    const later = facts({ override: { opensAt: instant("2027-06-01T00:00:00Z") } });
    assert.equal(decideOpening({}, later, instant("2027-05-31T23:59:59Z")).isOpen, false);
  });

  it("never closes again what was open, whatever the rule, zone and day", () => {
    const zones = ["Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"];
    fc.assert(
      fc.property(
        fc.record({
          zone: fc.constantFrom(...zones),
          days: fc.integer({ min: 0, max: 800 }),
          start: fc.integer({ min: 0, max: 3 * 365 * 86_400 }),
          first: fc.integer({ min: 0, max: 4 * 365 * 86_400 }),
          after: fc.integer({ min: 0, max: 365 * 86_400 }),
        }),
        ({ zone, days, start, first, after }) => {
          const epoch = instant("2026-01-01T00:00:00Z");
          const given = facts({ zone, startedAt: epoch.add({ seconds: start }) });
          const now = epoch.add({ seconds: first });
          const open = decideOpening({ days }, given, now).isOpen;
          assert.ok(!open || decideOpening({ days }, given, now.add({ seconds: after })).isOpen);
        },
      ),
    );
  });
});
