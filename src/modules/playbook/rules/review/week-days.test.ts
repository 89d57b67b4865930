import assert from "node:assert/strict";
import { it } from "node:test";
import * as fc from "fast-check";
import { addDays, daysBetween } from "../calendar/iso-date.ts";
import { isoWeekOf } from "./iso-week.ts";
import { weekDays } from "./week-days.ts";

it("a week's days are those that belong to it", () => {
  assert.deepEqual(weekDays("2026-W53"), { start: "2026-12-28", end: "2027-01-04" });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
      const day = addDays("2000-01-01", offset);
      const { start, end } = weekDays(isoWeekOf(day).id);
      assert.ok(start <= day && day < end && daysBetween(start, end) === 7);
    }),
  );
});
