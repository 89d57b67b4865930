import { isPercentUnit } from "./format.ts";
import type { TargetSpec } from "./types.ts";

/** A target made ready for comparing: one level that opens, perhaps a stretch or a ceiling. */
export type Goal = {
  op: ">=" | ">" | "<=" | "<" | "=";
  level: number;
  stretch: number | null;
  ceiling: number | null;
};

/**
 * Resolves a target against the value the work started from. In a range the weaker bound opens and the other is
 * the stretch, or the ceiling. Null when a change is wanted and the baseline is unknown.
 * Throws RangeError when the bound that the operator needs is missing.
 */
export function resolveGoal(target: TargetSpec, baseline?: number | null): Goal | null {
  const goal = resolveBounds(target, baseline);
  // Imported targets may carry one number as both bounds.
  return goal !== null && goal.stretch === goal.level ? { ...goal, stretch: null } : goal;
}

function resolveBounds(target: TargetSpec, baseline?: number | null): Goal | null {
  const { op, min, max } = target;
  if (op === "delta") return resolveChange(target, baseline ?? null);
  if (op === "=") return { op, level: required(min ?? max, op), stretch: null, ceiling: null };
  if (op === "<" || op === "<=")
    return { op, level: required(max ?? min, op), stretch: max === null ? null : min, ceiling: null };
  const falling = op === "between" && target.direction === "down";
  if (falling) return { op: "<=", level: required(max, op), stretch: min, ceiling: null };
  const upper = target.ceiling === true ? { stretch: null, ceiling: max } : { stretch: max, ceiling: null };
  return { op: op === "between" ? ">=" : op, level: required(min, op), ...upper };
}

function resolveChange(target: TargetSpec, baseline: number | null): Goal | null {
  const size = required(target.min ?? target.max, "delta");
  if (baseline === null) return null;
  const falling = target.direction === "down" || (target.direction !== "up" && size < 0);
  const levelAt = (change: number) => {
    const amount = isPercentUnit(target.unit)
      ? Math.abs(baseline) * (Math.abs(change) / 100)
      : Math.abs(change);
    return falling ? baseline - amount : baseline + amount;
  };
  const further = target.min === null ? null : target.max;
  return {
    op: falling ? "<=" : ">=",
    level: levelAt(size),
    stretch: further === null ? null : levelAt(further),
    ceiling: null,
  };
}

function required(bound: number | null, op: string): number {
  if (bound === null) throw new RangeError(`A target with ${op} needs a number.`);
  return bound;
}

// Floating point must not fail a target that is met on paper (0.7 × 200 is 140.00000000000003 elsewhere).
const TOLERANCE = 1e-9;

/** Whether a value satisfies the comparison. */
export function satisfies(op: Goal["op"], value: number, level: number): boolean {
  const slack = TOLERANCE * Math.max(1, Math.abs(level));
  if (op === ">=") return value >= level - slack;
  if (op === "<=") return value <= level + slack;
  if (op === ">") return value > level;
  if (op === "<") return value < level;
  return Math.abs(value - level) <= slack;
}

/** Whether the stretch is reached; null when there is none. */
export function reachesStretch({ op, stretch }: Goal, value: number): boolean | null {
  if (stretch === null) return null;
  return satisfies(op === "<" || op === "<=" ? "<=" : ">=", value, stretch);
}

/**
 * How far along, 0 to 1: the part of the way from the baseline, or from zero when growing without one.
 * A value that must fall and has no baseline is judged by proportion. 1 only when the goal is satisfied.
 */
export function goalProgress(goal: Goal, value: number, baseline?: number | null): number {
  if (satisfies(goal.op, value, goal.level)) return 1;
  const falling = goal.op === "<" || goal.op === "<=";
  const from = baseline ?? (falling ? null : Math.min(0, goal.level));
  const share =
    from === null || from === goal.level
      ? proportion(goal.level, value)
      : (value - from) / (goal.level - from);
  return Math.min(1 - TOLERANCE, Math.max(0, share));
}

function proportion(level: number, value: number): number {
  return value > 0 && level > 0 ? Math.min(level / value, value / level) : 0;
}
