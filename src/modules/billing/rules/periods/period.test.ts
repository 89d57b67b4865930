import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { daysOf, type PeriodLength, periodAt } from "./period.ts";

const monthly: PeriodLength = { cycle: "month", cycleCount: 1 };
const yearly: PeriodLength = { cycle: "year", cycleCount: 1 };
const starts = (anchorOn: string, length: PeriodLength, count: number) =>
  Array.from({ length: count }, (_, index) => periodAt(anchorOn, length, index).startsOn);

/** Every day of a common and of a leap year. */
const everyDay = Array.from({ length: 731 }, (_, index) =>
  Temporal.PlainDate.from("2027-01-01").add({ days: index }).toString(),
);

describe("periods", () => {
  it("keep the 31st where the month has one, and end with the month where not", () => {
    assert.deepEqual(starts("2027-10-31", monthly, 6), [
      "2027-10-31",
      "2027-11-30",
      "2027-12-31",
      "2028-01-31",
      "2028-02-29",
      "2028-03-31",
    ]);
    assert.deepEqual(periodAt("2027-01-31", monthly, 1), { startsOn: "2027-02-28", endsOn: "2027-03-31" });
  });

  it("come back to 29 February every fourth year", () => {
    assert.deepEqual(starts("2028-02-29", yearly, 5), [
      "2028-02-29",
      "2029-02-28",
      "2030-02-28",
      "2031-02-28",
      "2032-02-29",
    ]);
    assert.equal(periodAt("2096-02-29", yearly, 4).startsOn, "2100-02-28", "2100 is no leap year");
  });

  it("may be several months or years", () => {
    assert.deepEqual(starts("2027-11-30", { cycle: "month", cycleCount: 3 }, 3), [
      "2027-11-30",
      "2028-02-29",
      "2028-05-30",
    ]);
    assert.deepEqual(starts("2027-03-01", { cycle: "year", cycleCount: 2 }, 2), ["2027-03-01", "2029-03-01"]);
  });

  it("know their days", () => {
    assert.equal(daysOf(periodAt("2027-02-01", monthly, 0)), 28);
    assert.equal(daysOf(periodAt("2028-02-01", monthly, 0)), 29);
    assert.equal(daysOf(periodAt("2027-01-01", yearly, 0)), 365);
  });

  it("tile time: 60 of them from any day of two years, without gap or overlap, never empty", () => {
    for (const anchorOn of everyDay)
      for (const length of [monthly, { cycle: "month", cycleCount: 3 }, yearly] as const) {
        let end = anchorOn;
        for (let index = 0; index < 60; index += 1) {
          const period = periodAt(anchorOn, length, index);
          assert.equal(period.startsOn, end, `${anchorOn}, period ${index}`);
          assert.ok(period.endsOn > period.startsOn);
          end = period.endsOn;
        }
      }
  });

  it("begin on the anchor's day, or on the last of a month that lacks it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyDay), fc.integer({ min: 0, max: 600 }), (anchorOn, index) => {
        const anchor = Temporal.PlainDate.from(anchorOn);
        const start = Temporal.PlainDate.from(periodAt(anchorOn, monthly, index).startsOn);
        assert.equal(start.day, Math.min(anchor.day, start.daysInMonth));
        assert.equal(12 * (start.year - anchor.year) + start.month - anchor.month, index);
      }),
    );
  });
});
