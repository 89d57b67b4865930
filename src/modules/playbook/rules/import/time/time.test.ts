import assert from "node:assert/strict";
import { test } from "node:test";
import { findBareMonths, findTime } from "./expression.ts";
import { dueOf, resolveSpan, timeBaseOf } from "./resolve.ts";

const NO_BASE = { firstMonth: null, firstQuarter: 1, firstOfYear: 1 };

function spanIn(text: string, around: Partial<Parameters<typeof resolveSpan>[1]> = {}): unknown {
  const found = findTime(text);
  return found && resolveSpan(found, { base: NO_BASE, ...around });
}

function inMonths(from: number, to = from): unknown {
  return { unit: "month", from, to };
}

test("times in English and Spanish", () => {
  assert.deepEqual(spanIn("Month 7: Growth"), inMonths(7));
  assert.deepEqual(spanIn("Months 7-9"), inMonths(7, 9));
  assert.deepEqual(spanIn("Months 7 to 9"), inMonths(7, 9));
  assert.deepEqual(spanIn("Meses 1 a 3"), inMonths(1, 3));
  assert.deepEqual(spanIn("Mes 1 al Mes 3"), inMonths(1, 3));
  assert.deepEqual(spanIn("M1–M3"), inMonths(1, 3));
  assert.deepEqual(spanIn("Year 2"), inMonths(13, 24));
  assert.deepEqual(spanIn("Q2"), inMonths(4, 6));
  assert.deepEqual(spanIn("Segundo trimestre"), inMonths(4, 6));
  assert.deepEqual(spanIn("Semana 3–4"), { unit: "week", from: 3, to: 4 });
  assert.deepEqual(spanIn("Weeks 1 & 2"), { unit: "week", from: 1, to: 2 });
  assert.deepEqual(spanIn("Days 31-60"), { unit: "day", from: 31, to: 60 });
  assert.deepEqual(spanIn("First 30 days"), { unit: "day", from: 1, to: 30 });
  assert.deepEqual(spanIn("Primeros 30 días"), { unit: "day", from: 1, to: 30 });
  assert.deepEqual(spanIn("Next 30 days", { previous: { unit: "day", from: 1, to: 30 } }), {
    unit: "day",
    from: 31,
    to: 60,
  });
  assert.deepEqual(spanIn("60 days", { previous: { unit: "day", from: 1, to: 30 } }), {
    unit: "day",
    from: 31,
    to: 60,
  });
  assert.equal(spanIn("S3 bucket"), null);
  assert.equal(spanIn("Months 9-7"), null);
});

test("calendar quarters and months count from the earliest that the headings name", () => {
  const base = timeBaseOf(["Q2 2027: Start", "Q3 2027", "January 2028"]);
  assert.deepEqual(spanIn("Q2 2027", { base }), { unit: "month", from: 1, to: 3 });
  assert.deepEqual(spanIn("Q3–Q4 2027", { base }), { unit: "month", from: 4, to: 9 });
  assert.deepEqual(spanIn("enero de 2028", { base }), { unit: "month", from: 10, to: 10 });
  const bare = timeBaseOf(["Q3", "Q4", "Q1"]);
  assert.deepEqual(spanIn("Q1", { base: bare }), { unit: "month", from: 7, to: 9 });
});

test("weeks count from their month, unless their numbers only make sense from the start", () => {
  const within = { unit: "month" as const, from: 4, to: 4 };
  assert.deepEqual(spanIn("Week 1-2", { within }), { unit: "week", from: 1, to: 2, month: 4 });
  assert.deepEqual(spanIn("Weeks 14-17", { within }), { unit: "week", from: 14, to: 17 });
  assert.deepEqual(dueOf({ unit: "week", from: 1, to: 2, month: 4 }), { endOfMonth: 4, endOfWeek: 2 });
});

test("months without a year count from the month that stands first, or from the day the file names", () => {
  const bare = timeBaseOf(["October: Prepare", "Nov–Dec", "Open (January)"]);
  assert.deepEqual(
    ["October: Prepare", "November–December", "Enero"].map((text) =>
      resolveSpan(findBareMonths(text)!, { base: bare }),
    ),
    [inMonths(1), inMonths(2, 3), inMonths(4)],
  );
  const dated = timeBaseOf(["Q2", "March: Plan"], "2027-01-04");
  assert.deepEqual(spanIn("Q2", { base: dated }), inMonths(4, 6));
  assert.deepEqual(resolveSpan(findBareMonths("March: Plan")!, { base: dated }), inMonths(3));
  assert.equal(findBareMonths("March on the capital"), null);
  assert.equal(findBareMonths("May we begin"), null);
});
