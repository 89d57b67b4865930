import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { dateOfDay, dayNumber, daysBetween, localDate } from "#web/format/local-date.ts";

describe("local dates", () => {
  it("counts days from 1970-01-01", () => {
    assert.equal(dayNumber("1970-01-01"), 0);
    assert.equal(dayNumber("2000-03-01"), 11_017);
  });

  it("goes from a day's number to its date and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => dayNumber(dateOfDay(day)) === day),
    );
  });

  it("counts as Temporal does, over leap days and centuries", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50_000, max: 50_000 }),
        fc.integer({ min: -50_000, max: 50_000 }),
        (one, other) => {
          const from = Temporal.PlainDate.from(dateOfDay(one));
          const to = Temporal.PlainDate.from(dateOfDay(other));
          return daysBetween(from.toString(), to.toString()) === from.until(to, { largestUnit: "days" }).days;
        },
      ),
    );
  });

  for (const text of ["2027-02-29", "2027-2-1", "2027-13-01", "", "tomorrow", "2027-01-01T00:00:00Z"]) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.throws(() => dayNumber(text), RangeError);
    });
  }

  it("finds the local date of an instant on either side of midnight", () => {
    assert.equal(localDate("2027-05-16T22:30:00Z", "Europe/Berlin"), "2027-05-17");
    assert.equal(localDate("2027-05-16T22:30:00Z", "America/New_York"), "2027-05-16");
    assert.equal(localDate("2027-01-01T09:00:00Z", "Pacific/Kiritimati"), "2027-01-01");
  });

  it("finds the same local date as Temporal in every zone at every instant", () => {
    const zones = fc.constantFrom(
      "UTC",
      "Europe/Berlin",
      "America/St_Johns",
      "Asia/Kathmandu",
      "Pacific/Apia",
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), zones, (seconds, zone) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);
        const expected = instant.toZonedDateTimeISO(zone).toPlainDate().toString();
        return localDate(instant.toString(), zone) === expected;
      }),
    );
  });
});
