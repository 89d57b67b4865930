import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { goalProgress, resolveGoal, satisfies } from "./goal.ts";
import type { TargetSpec } from "./types.ts";

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const anyTarget: fc.Arbitrary<TargetSpec> = fc.record({
  op: fc.constantFrom(">=", ">", "<=", "<", "=", "between", "delta"),
  min: number,
  max: number,
  direction: fc.constantFrom("up", "down", null),
  unit: fc.constantFrom("%", null, "posts"),
});

describe("goals", () => {
  it("a target without its number is refused", () => {
    assert.throws(() => resolveGoal({ op: ">=", min: null, max: 5 }), RangeError);
    assert.throws(() => resolveGoal({ op: "delta", min: null, max: null }, 5), RangeError);
  });

  it("a change of a percentage is relative, of anything else absolute", () => {
    assert.equal(resolveGoal({ op: "delta", min: 25, max: null, unit: "%" }, 80)?.level, 100);
    assert.equal(resolveGoal({ op: "delta", min: 25, max: null, direction: "down" }, 80)?.level, 55);
    assert.equal(
      resolveGoal({ op: "delta", min: 20, max: 30, direction: "down", unit: "%" }, 200)?.stretch,
      140,
    );
  });

  it("a change as the plan is read, both bounds alike and signed, has no stretch", () => {
    const read: TargetSpec = { op: "delta", min: -30, max: -30, unit: "%" };
    assert.deepEqual(resolveGoal(read, 200), { op: "<=", level: 140, stretch: null, ceiling: null });
    assert.equal(resolveGoal({ ...read, min: 30, max: 30 }, 200)?.level, 260);
  });

  it("one number given as both bounds is no stretch", () => {
    assert.equal(resolveGoal({ op: ">=", min: 5, max: 5 })?.stretch, null);
    assert.equal(resolveGoal({ op: "<=", min: 5, max: 5 })?.stretch, null);
    assert.equal(resolveGoal({ op: "between", min: 5, max: 9 })?.stretch, 9);
  });

  it("rounding in the machine does not fail what is met on paper", () => {
    assert.equal(satisfies("<=", 0.1 + 0.2, 0.3), true);
    assert.equal(satisfies(">=", 0.7 + 0.1, 0.8), true);
  });

  it("progress lies between 0 and 1, and is 1 exactly when the goal is satisfied", () => {
    fc.assert(
      fc.property(anyTarget, number, fc.option(number), (target, value, baseline) => {
        const goal = resolveGoal(target, baseline);
        fc.pre(goal !== null);
        const progress = goalProgress(goal, value, baseline);
        assert.ok(progress >= 0 && progress <= 1);
        assert.equal(progress === 1, satisfies(goal.op, value, goal.level));
      }),
    );
  });

  it("coming closer never lowers progress", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.boolean(),
        (level, a, b, falling) => {
          const goal = resolveGoal(
            falling ? { op: "<=", min: null, max: level } : { op: ">=", min: level, max: null },
          );
          assert.ok(goal);
          const [worse, better] = a < b === falling ? [b, a] : [a, b];
          assert.ok(goalProgress(goal, better) >= goalProgress(goal, worse));
        },
      ),
    );
  });
});
