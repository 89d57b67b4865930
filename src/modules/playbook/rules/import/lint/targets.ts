import type { Due, ImportedPlan, LintFinding, PlanNode, Target } from "../types.ts";
import { folded } from "../words.ts";

interface Point {
  target: Target;
  /** End of the due time in months from the start of the plan; null for none. */
  at: number | null;
}

const WEEKS_PER_MONTH = 4;
const DAYS_PER_MONTH = 30;

/** Targets of one metric that cannot all hold: two levels for one time, one level for two times, or a retreat. */
export function lintTargets({ targets, nodes }: Pick<ImportedPlan, "targets" | "nodes">): LintFinding[] {
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  const groups = Map.groupBy(
    targets.filter((target) => target.op !== "delta"),
    (target) => keyOf(target, byPath.get(target.node)),
  );
  const findings: LintFinding[] = [...reversedRanges(targets)];
  for (const [key, group] of groups) {
    if (key === "" || group.length < 2) continue;
    const points = group.map((target) => ({ target, at: monthsOf(target.due) }));
    const known = group[0]?.metric !== null;
    findings.push(...lintPoints(points.toSorted(byTime), known));
  }
  return findings;
}

/** Without a metric, the same label with the same unit is the same thing. */
function keyOf(target: Target, node: PlanNode | undefined): string {
  if (target.metric !== null) return target.metric;
  const label = /^([^:]{2,60}):\s/.exec(node?.text ?? "")?.[1];
  if (!label) return "";
  return JSON.stringify([folded(label), target.unit, target.currency, target.window]);
}

function monthsOf(due: Due | null): number | null {
  if (!due || due.on !== undefined) return null;
  const weeks = due.endOfWeek === undefined ? 0 : due.endOfWeek / WEEKS_PER_MONTH;
  const days = due.endOfDay === undefined ? 0 : due.endOfDay / DAYS_PER_MONTH;
  if (due.endOfMonth === undefined) return weeks || days || null;
  return weeks || days ? due.endOfMonth - 1 + (weeks || days) : due.endOfMonth;
}

function byTime(one: Point, other: Point): number {
  return (one.at ?? Infinity) - (other.at ?? Infinity) || one.target.line - other.target.line;
}

function lintPoints(points: readonly Point[], known: boolean): LintFinding[] {
  return points.flatMap((later, index) => {
    for (const earlier of points.slice(Math.max(0, index - 20), index).toReversed()) {
      const conflict = compare(earlier, later, known);
      if (conflict) return [conflict];
    }
    return [];
  });
}

function compare(earlier: Point, later: Point, known: boolean): LintFinding | null {
  const one = earlier.target;
  const other = later.target;
  if (one.node === other.node || earlier.at === null || later.at === null) return null;
  if (earlier.at === later.at) return sameTime(one, other);
  if (!known) return null;
  const lowOne = lowOf(one);
  const lowOther = lowOf(other);
  if (lowOne === null || lowOther === null) return null;
  if (lowOther < lowOne || (highOf(other) ?? Infinity) < lowOne) {
    const bothRanges = one.op === "between" && other.op === "between";
    return finding(bothRanges ? "range_shrinks" : "target_conflict", other, {
      says: `“${other.raw}” comes later than “${one.raw}” (line ${one.line}) and asks for less.`,
    });
  }
  if (isCumulative(one) && one.op === ">=" && other.op === ">=" && lowOne === lowOther) {
    return finding("target_conflict", other, {
      says: `“${other.raw}” is already the target of line ${one.line}, which is due earlier.`,
    });
  }
  return shrinks(one, other);
}

function shrinks(one: Target, other: Target): LintFinding | null {
  if (one.op !== "between" || other.op !== "between") return null;
  if ((other.max ?? 0) >= (one.max ?? 0)) return null;
  return finding("range_shrinks", other, {
    says: `The upper end of “${other.raw}” lies below that of “${one.raw}” (line ${one.line}), which is due earlier.`,
  });
}

function sameTime(one: Target, other: Target): LintFinding | null {
  if (agree(one, other)) return null;
  return finding("target_conflict", other, {
    says: `“${other.raw}” and “${one.raw}” (line ${one.line}) are two levels for the same thing at the same time.`,
  });
}

// A bound that lies within the other's range, or a floor below a ceiling, can hold together with it.
function agree(one: Target, other: Target): boolean {
  if (one.op === "between" || other.op === "between" || isFloor(one) !== isFloor(other)) {
    return (
      (lowOf(one) ?? -Infinity) <= (highOf(other) ?? Infinity) &&
      (lowOf(other) ?? -Infinity) <= (highOf(one) ?? Infinity) &&
      !(one.op === "between" && other.op === "between" && (one.min !== other.min || one.max !== other.max))
    );
  }
  return isFloor(one) ? one.min === other.min : one.max === other.max;
}

function isFloor(target: Target): boolean {
  return target.op === ">=" || target.op === ">" || target.op === "=";
}

function lowOf(target: Target): number | null {
  return target.min;
}

function highOf(target: Target): number | null {
  return target.op === "=" ? null : target.max;
}

function isCumulative(target: Target): boolean {
  return target.unit !== "%" && target.currency === null;
}

function reversedRanges(targets: readonly Target[]): LintFinding[] {
  return targets
    .filter((target) => target.reversed)
    .map((target) =>
      finding("range_shrinks", target, { says: `“${target.raw}” runs from the higher number to the lower.` }),
    );
}

function finding(code: string, target: Target, { says }: { says: string }): LintFinding {
  return { code, lines: [target.line, target.line], message: says };
}
