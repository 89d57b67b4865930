import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { dueToDate, offsetsToDates, type PlanSpan } from "./offsets-to-dates.ts";

const on = (span: PlanSpan, startOn = "2027-01-04") => {
  const { start, end } = offsetsToDates(span, startOn);
  return `${start}/${end}`;
};

describe("offsets to dates", () => {
  it("months run from the day the plan starts", () => {
    assert.equal(on({ unit: "month", from: 1, to: 1 }), "2027-01-04/2027-02-04");
    assert.equal(on({ unit: "month", from: 1, to: 6 }), "2027-01-04/2027-07-04");
    assert.equal(on({ unit: "month", from: 19, to: 36 }), "2028-07-04/2030-01-04");
  });

  it("a plan that starts on the 31st does not drift", () => {
    assert.equal(on({ unit: "month", from: 2, to: 2 }, "2027-01-31"), "2027-02-28/2027-03-31");
    assert.equal(on({ unit: "month", from: 14, to: 14 }, "2027-01-31"), "2028-02-29/2028-03-31");
  });

  it("weeks of a month: 1–2 are days 1 to 14, 3–4 the rest", () => {
    assert.equal(on({ unit: "week", from: 1, to: 2, month: 1 }), "2027-01-04/2027-01-18");
    assert.equal(on({ unit: "week", from: 3, to: 4, month: 1 }), "2027-01-18/2027-02-04");
    assert.equal(on({ unit: "week", from: 3, to: 3, month: 1 }), "2027-01-18/2027-01-25");
    assert.equal(on({ unit: "week", from: 3, to: 4, month: 2 }), "2027-02-18/2027-03-04");
    assert.equal(on({ unit: "week", from: 5, to: 5, month: 2 }, "2027-01-01"), "2027-02-28/2027-03-01");
  });

  it("weeks, days and quarters of the plan", () => {
    assert.equal(on({ unit: "week", from: 1, to: 8 }), "2027-01-04/2027-03-01");
    assert.equal(on({ unit: "day", from: 31, to: 60 }), "2027-02-03/2027-03-05");
    assert.equal(on({ unit: "day", from: 1, to: 3, month: 2 }), "2027-02-04/2027-02-07");
    assert.equal(on({ unit: "quarter", from: 3, to: 3 }), "2027-07-04/2027-10-04");
  });

  it("counting from 0 or backwards is refused", () => {
    assert.throws(() => on({ unit: "month", from: 0, to: 2 }), RangeError);
    assert.throws(() => on({ unit: "week", from: 3, to: 2 }), RangeError);
  });

  it("weeks 1–2 and 3–4 cover their month without gap or overlap, and months follow each other", () => {
    const anyStart = fc
      .integer({ min: 0, max: 4000 })
      .map((days) => Temporal.PlainDate.from("2024-01-01").add({ days }).toString());
    fc.assert(
      fc.property(anyStart, fc.integer({ min: 1, max: 60 }), (startOn, month) => {
        const whole = offsetsToDates({ unit: "month", from: month, to: month }, startOn);
        const early = offsetsToDates({ unit: "week", from: 1, to: 2, month }, startOn);
        const late = offsetsToDates({ unit: "week", from: 3, to: 4, month }, startOn);
        const next = offsetsToDates({ unit: "month", from: month + 1, to: month + 1 }, startOn);
        assert.deepEqual([early.start, early.end, late.end], [whole.start, late.start, whole.end]);
        assert.equal(next.start, whole.end);
        assert.ok(early.start < early.end && late.start < late.end);
      }),
    );
  });
});

describe("due dates", () => {
  it("name the last day that is in time", () => {
    assert.equal(dueToDate({ endOfMonth: 6 }, "2027-01-04"), "2027-07-03");
    assert.equal(dueToDate({ endOfMonth: 5, endOfWeek: 2 }, "2027-01-04"), "2027-05-17");
    assert.equal(dueToDate({ endOfMonth: 5, endOfWeek: 4 }, "2027-01-04"), "2027-06-03");
    assert.equal(dueToDate({ endOfWeek: 8 }, "2027-01-04"), "2027-02-28");
    assert.equal(dueToDate({ endOfDay: 60 }, "2027-01-04"), "2027-03-04");
    assert.equal(dueToDate({ on: "2027-06-30" }, "2027-01-04"), "2027-06-30");
    assert.equal(dueToDate({}, "2027-01-04"), null);
  });
});
