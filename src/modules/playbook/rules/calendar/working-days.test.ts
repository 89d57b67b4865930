import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { addDays, fromDayNumber } from "./iso-date.ts";
import { EVERY_DAY, prepareCalendar, STANDARD_WEEK, type WorkingCalendar } from "./working-calendar.ts";
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  subtractWorkingDays,
  workingDayOnOrAfter,
  workingDaysBetween,
} from "./working-days.ts";

const anyDate = fc.integer({ min: -4000, max: 40_000 }).map(fromDayNumber);
const anyCalendar: fc.Arbitrary<WorkingCalendar> = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  holidays: fc
    .tuple(
      fc.integer({ min: -4000, max: 40_000 }),
      fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 60 }),
    )
    .map(([first, offsets]) => offsets.map((offset) => fromDayNumber(first + offset))),
});
const nearHolidays = anyCalendar.chain((calendar) =>
  fc.record({
    calendar: fc.constant(calendar),
    date:
      calendar.holidays.length === 0
        ? anyDate
        : fc
            .tuple(fc.constantFrom(...calendar.holidays), fc.integer({ min: -30, max: 30 }))
            .map(([date, shift]) => addDays(date, shift)),
    days: fc.integer({ min: 0, max: 200 }),
  }),
);

describe("working days", () => {
  it("skip weekends and holidays", () => {
    const calendar = { ...STANDARD_WEEK, holidays: ["2027-01-06"] };
    assert.equal(isWorkingDay(calendar, "2027-01-04"), true);
    assert.equal(isWorkingDay(calendar, "2027-01-06"), false);
    assert.equal(isWorkingDay(calendar, "2027-01-09"), false);
    // Monday 4: Tuesday 5, Thursday 7, Friday 8, Monday 11.
    assert.equal(addWorkingDays(calendar, "2027-01-04", 4), "2027-01-11");
    assert.equal(workingDaysBetween(calendar, "2027-01-04", "2027-01-11"), 4);
    assert.equal(nextWorkingDay(calendar, "2027-01-05"), "2027-01-07");
    assert.equal(nextWorkingDay(calendar, "2027-01-08"), "2027-01-11");
    assert.equal(workingDayOnOrAfter(calendar, "2027-01-05"), "2027-01-05");
  });

  it("count a day off as the worked day that follows", () => {
    assert.equal(addWorkingDays(STANDARD_WEEK, "2027-01-09", 0), "2027-01-11");
    assert.equal(addWorkingDays(STANDARD_WEEK, "2027-01-09", 1), "2027-01-12");
    assert.equal(subtractWorkingDays(STANDARD_WEEK, "2027-01-11", 1), "2027-01-08");
  });

  it("cross leap days and years", () => {
    assert.equal(addWorkingDays(EVERY_DAY, "2028-02-28", 2), "2028-03-01");
    assert.equal(addWorkingDays(STANDARD_WEEK, "2027-12-31", 1), "2028-01-03");
  });

  it("count from 1970-01-01", () => {
    assert.equal(prepareCalendar(STANDARD_WEEK).indexOf(0), 0);
    assert.equal(prepareCalendar({ ...STANDARD_WEEK, holidays: ["1969-12-31", "1970-01-01"] }).indexOf(0), 0);
  });

  it("refuse a calendar in which nobody works", () => {
    assert.throws(() => prepareCalendar({ weekdays: [], holidays: [] }), /at least one working weekday/);
    assert.throws(() => prepareCalendar({ weekdays: [0], holidays: [] }), /not 0/);
  });

  it("refuse what is no date", () => {
    assert.throws(() => isWorkingDay(STANDARD_WEEK, "2027-02-30"), RangeError);
  });
});

describe("laws of working days", () => {
  it("adding then subtracting gives the worked day back", () => {
    fc.assert(
      fc.property(nearHolidays, ({ calendar, date, days }) => {
        const worked = workingDayOnOrAfter(calendar, date);
        assert.equal(subtractWorkingDays(calendar, addWorkingDays(calendar, worked, days), days), worked);
      }),
    );
  });

  it("adding lands on a worked day, exactly that many working days on", () => {
    fc.assert(
      fc.property(nearHolidays, ({ calendar, date, days }) => {
        const end = addWorkingDays(calendar, date, days);
        assert.equal(isWorkingDay(calendar, end), true);
        assert.equal(workingDaysBetween(calendar, date, end), days);
      }),
    );
  });

  it("a later day never leads to an earlier one", () => {
    fc.assert(
      fc.property(nearHolidays, fc.integer({ min: 0, max: 30 }), ({ calendar, date, days }, later) => {
        assert.ok(
          addWorkingDays(calendar, date, days) <= addWorkingDays(calendar, addDays(date, later), days),
        );
      }),
    );
  });

  it("counting agrees with looking at each day", () => {
    fc.assert(
      fc.property(nearHolidays, ({ calendar, date, days }) => {
        const counter = prepareCalendar(calendar);
        let worked = 0;
        for (let day = 0; day < days; day += 1) if (isWorkingDay(calendar, addDays(date, day))) worked += 1;
        assert.equal(workingDaysBetween(calendar, date, addDays(date, days)), worked);
        assert.equal(counter.isWorking(counter.dayAt(days)), true);
      }),
      { numRuns: 40 },
    );
  });
});
