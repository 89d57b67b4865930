import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { type LocalPeriod, type UsageCalendar, usagePeriodAt } from "./usage-period.ts";

const at = (iso: string) => Temporal.Instant.from(iso);
const days = (calendar: UsageCalendar, iso: string): [string, string] => {
  const { startsOn, endsOn } = usagePeriodAt(calendar, at(iso));
  return [startsOn, endsOn];
};

const calendar = (zone: string, anchorDay: number | null, ...periods: [string, string][]): UsageCalendar => ({
  zone,
  anchorDay,
  periods: periods.map(([startsOn, endsOn]) => ({ startsOn, endsOn })),
});

describe("the period usage is counted in", () => {
  const monthly = calendar("Europe/Berlin", 31, ["2027-01-31", "2027-02-28"], ["2027-02-28", "2027-03-31"]);

  it("is the month that was billed", () => {
    assert.deepEqual(days(monthly, "2027-02-10T12:00:00Z"), ["2027-01-31", "2027-02-28"]);
    assert.deepEqual(days(monthly, "2027-03-30T21:59:59Z"), ["2027-02-28", "2027-03-31"]);
  });

  it("changes at midnight where the customer lives", () => {
    assert.deepEqual(days(monthly, "2027-02-27T22:59:59Z"), ["2027-01-31", "2027-02-28"]);
    assert.deepEqual(days(monthly, "2027-02-27T23:00:00Z"), ["2027-02-28", "2027-03-31"]);
  });

  it("goes on after the last billed one by the anchor's day", () => {
    assert.deepEqual(days(monthly, "2027-03-31T12:00:00Z"), ["2027-03-31", "2027-04-30"]);
    assert.deepEqual(days(monthly, "2027-05-31T12:00:00Z"), ["2027-05-31", "2027-06-30"]);
  });

  it("is one of twelve months of a year", () => {
    const yearly = calendar("America/New_York", 15, ["2027-01-15", "2028-01-15"]);
    assert.deepEqual(days(yearly, "2027-01-20T00:00:00Z"), ["2027-01-15", "2027-02-15"]);
    assert.deepEqual(days(yearly, "2027-12-31T12:00:00Z"), ["2027-12-15", "2028-01-15"]);
    assert.deepEqual(days(yearly, "2028-01-15T04:59:59Z"), ["2027-12-15", "2028-01-15"]);
  });

  it("is a short trial as a whole, and ends with it", () => {
    const trial = calendar("UTC", 15, ["2027-01-01", "2027-01-15"]);
    assert.deepEqual(days(trial, "2027-01-14T23:59:59Z"), ["2027-01-01", "2027-01-15"]);
    assert.deepEqual(days(trial, "2027-01-15T00:00:00Z"), ["2027-01-15", "2027-02-15"]);
  });

  it("is that of the plan which began last, where two were billed", () => {
    const yearly = calendar("UTC", 11, ["2027-01-01", "2027-02-01"], ["2027-01-11", "2028-01-11"]);
    assert.deepEqual(days(yearly, "2027-01-10T12:00:00Z"), ["2027-01-01", "2027-02-01"]);
    assert.deepEqual(days(yearly, "2027-01-11T00:00:00Z"), ["2027-01-11", "2027-02-11"]);
  });

  it("is the calendar month where nothing was billed", () => {
    assert.deepEqual(days(calendar("Asia/Tokyo", null), "2027-01-31T15:00:00Z"), [
      "2027-02-01",
      "2027-03-01",
    ]);
    assert.deepEqual(days(monthly, "2026-12-31T22:59:59Z"), ["2026-12-01", "2027-01-01"]);
  });

  it("begins with the first instant of a day whose midnight is skipped", () => {
    // Clocks in Beirut went from 0:00 to 1:00 on 27 March 2022.
    const { fromAt } = usagePeriodAt(
      calendar("Asia/Beirut", 27, ["2022-03-27", "2022-04-27"]),
      at("2022-04-01T00:00:00Z"),
    );
    assert.equal(fromAt.toString(), "2022-03-26T22:00:00Z");
  });
});

describe("laws of usage periods", () => {
  const zones = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Pacific/Apia",
  ];

  /** Billed periods of a subscription, as periodAt makes them. */
  function billed(anchorOn: Temporal.PlainDate, months: number, count: number): LocalPeriod[] {
    const start = (index: number) => anchorOn.add({ months: months * index }).toString();
    return Array.from({ length: count }, (_, index) => ({
      startsOn: start(index),
      endsOn: start(index + 1),
    }));
  }

  const cases = fc.record({
    zone: fc.constantFrom(...zones),
    day: fc.integer({ min: 0, max: 1500 }),
    months: fc.constantFrom(1, 3, 12),
    count: fc.integer({ min: 1, max: 6 }),
    hour: fc.integer({ min: 0, max: 24 * 900 }),
  });

  it("holds the instant, and each of its instants has the same period", () => {
    fc.assert(
      fc.property(cases, ({ zone, day, months, count, hour }) => {
        const anchorOn = Temporal.PlainDate.from("2027-01-01").add({ days: day });
        const one = { zone, anchorDay: anchorOn.day, periods: billed(anchorOn, months, count) };
        const instant = anchorOn.toZonedDateTime(zone).add({ hours: hour }).toInstant();
        const period = usagePeriodAt(one, instant);
        assert.ok(Temporal.Instant.compare(period.fromAt, instant) <= 0);
        assert.ok(Temporal.Instant.compare(instant, period.untilAt) < 0);
        const last = period.untilAt.subtract({ nanoseconds: 1 });
        for (const other of [period.fromAt, last]) assert.deepEqual(usagePeriodAt(one, other), period);
        assert.equal(usagePeriodAt(one, period.untilAt).startsOn, period.endsOn);
      }),
      { numRuns: 300 },
    );
  });

  it("never reaches over the end of a billed period", () => {
    fc.assert(
      fc.property(cases, ({ zone, day, months, count, hour }) => {
        const anchorOn = Temporal.PlainDate.from("2027-01-01").add({ days: day });
        const periods = billed(anchorOn, months, count);
        const instant = anchorOn.toZonedDateTime(zone).add({ hours: hour }).toInstant();
        const { startsOn, endsOn } = usagePeriodAt({ zone, anchorDay: anchorOn.day, periods }, instant);
        const within = periods.find((one) => one.startsOn <= startsOn && startsOn < one.endsOn);
        if (within) assert.ok(endsOn <= within.endsOn, `${endsOn} is after ${within.endsOn}`);
      }),
      { numRuns: 300 },
    );
  });
});
