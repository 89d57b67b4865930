import assert from "node:assert/strict";
import { it } from "node:test";
import { dayBefore, isLastWeek, weekWords } from "./week-words.ts";

it("says a week as people do, and ends it on its Sunday", () => {
  assert.equal(weekWords("2027-W01"), "Week 1 of 2027");
  assert.equal(weekWords("2026-W53"), "Week 53 of 2026");
  assert.equal(dayBefore("2027-01-04"), "2027-01-03");
  assert.equal(dayBefore("2027-03-01"), "2027-02-28");
});

it("looks back on the week that ended last, until the next Monday", () => {
  const days = ["2027-01-03", "2027-01-04", "2027-01-10", "2027-01-11"];
  assert.deepEqual(
    days.map((today) => isLastWeek("2027-01-04", today)),
    [false, true, true, false],
  );
});
