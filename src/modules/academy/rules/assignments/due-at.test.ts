import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { dueAt } from "./due-at.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

describe("work is due", () => {
  it("until the end of the day by the student's clock, summer or winter", () => {
    assert.equal(dueAt(day("2027-03-20"), 7, "Europe/Berlin").at.toString(), "2027-03-27T23:00:00Z");
    // Clocks go forward in the night to Sunday the 28th, which has 23 hours.
    assert.equal(dueAt(day("2027-03-20"), 8, "Europe/Berlin").at.toString(), "2027-03-28T22:00:00Z");
    assert.equal(dueAt(day("2027-03-20"), 0, "America/Los_Angeles").at.toString(), "2027-03-21T07:00:00Z");
  });

  it("until the next day begins, where midnight does not exist", () => {
    // In Beirut clocks go from 00:00 to 01:00 on 28 March 2027.
    const { at } = dueAt(day("2027-03-20"), 7, "Asia/Beirut");
    assert.equal(at.toZonedDateTimeISO("Asia/Beirut").toPlainDateTime().toString(), "2027-03-28T01:00:00");
  });

  it("on the last day named, in every zone", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3650 }),
        fc.constantFrom("UTC", "Pacific/Apia", "America/Sao_Paulo", "Asia/Kolkata", "Australia/Lord_Howe"),
        (days, zone) => {
          const { on, at } = dueAt(day("2026-01-31"), days, zone);
          const last = at.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone);
          assert.equal(last.toPlainDate().toString(), on.toString());
          assert.notEqual(at.toZonedDateTimeISO(zone).toPlainDate().toString(), on.toString());
        },
      ),
    );
  });
});
