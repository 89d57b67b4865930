import assert from "node:assert/strict";
import { it } from "node:test";
import { dueWords } from "./due-words.ts";

const words = (due: unknown) => dueWords(due, (on) => `on ${on}`);

it("says when a number is due as the plan says it", () => {
  assert.equal(words({ endOfMonth: 3 }), "End of month 3");
  assert.equal(words({ endOfMonth: 3, endOfWeek: 2 }), "End of week 2 of month 3");
  assert.equal(words({ endOfDay: 60 }), "End of day 60");
  assert.equal(words({ on: "2027-05-14" }), "on 2027-05-14");
  assert.equal(words(null), "Not said");
  assert.equal(words({}), "Not said");
});
