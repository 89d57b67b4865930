import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { completionCurve, expectedCompletions } from "#modules/academy/rules/insight/completion-curve.ts";

describe("the curve of completions", () => {
  it("is the plain share where everybody was watched to the end", () => {
    const courses = [1, 2, 2, 4].map((days) => ({ days, isCompleted: true }));
    assert.deepEqual(completionCurve(courses, 4), [1, 0.75, 0.25, 0.25, 0]);
  });

  it("counts who still learns until today and no longer", () => {
    // Ten begin; five complete on day 10, five have been there for 5 days only: of the five at risk all complete.
    const courses = [
      ...Array.from({ length: 5 }, () => ({ days: 10, isCompleted: true })),
      ...Array.from({ length: 5 }, () => ({ days: 5, isCompleted: false })),
    ];
    const curve = completionCurve(courses, 20);
    assert.equal(curve[9], 1);
    assert.equal(curve[10], 0);
    assert.equal(expectedCompletions(courses, curve), 5);
  });

  it("never rises, stays between 0 and 1, and expects no more than learn", () => {
    const course = fc.record({ days: fc.integer({ min: -2, max: 400 }), isCompleted: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(course, { maxLength: 60 }),
        fc.integer({ min: 0, max: 365 }),
        (courses, lastDay) => {
          const curve = completionCurve(courses, lastDay);
          assert.equal(curve.length, lastDay + 1);
          assert.ok(curve.every((share, day) => share >= 0 && share <= (curve[day - 1] ?? 1)));
          const expected = expectedCompletions(courses, curve);
          assert.ok(expected >= 0 && expected <= courses.filter(({ isCompleted }) => !isCompleted).length);
        },
      ),
    );
  });
});
