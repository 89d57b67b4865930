import { formatShare } from "../targets/format.ts";
import type { CriterionState } from "../targets/types.ts";
import type { ReviewFacts, ReviewItem, ReviewTarget } from "./types.ts";

// A chance that moved less than this is the same chance.
const NOTABLE_CHANGE = 0.1;

const ORDER: Record<CriterionState, number> = {
  missed: 0,
  at_risk: 1,
  unknown: 2,
  on_track: 3,
  met: 4,
  not_started: 5,
};

/** Targets that are not fine, changed state or moved notably, worst first; the others are counted. */
export function forecastItems({ targets }: ReviewFacts): ReviewItem[] {
  if (targets.length === 0)
    return [{ text: "The plan has no numeric targets.", about: { kind: "plan", id: null }, tone: "neutral" }];
  const told = targets.filter(isWorthTelling).toSorted((a, b) => ORDER[a.state] - ORDER[b.state]);
  const rest = countRest(targets.filter((target) => !isWorthTelling(target)));
  return [...told.map(describeTarget), ...rest];
}

function isWorthTelling(target: ReviewTarget): boolean {
  if (target.state === "missed" || target.state === "at_risk" || target.state === "unknown") return true;
  if (target.previousState !== null && target.previousState !== target.state) return true;
  return chanceMoved(target);
}

function chanceMoved({ chance, previousChance }: ReviewTarget): boolean {
  return chance !== null && previousChance !== null && Math.abs(chance - previousChance) >= NOTABLE_CHANGE;
}

function describeTarget(target: ReviewTarget): ReviewItem {
  const { state, previousState } = target;
  const news = previousState !== null && previousState !== state ? `now ${NAMES[state]}` : NAMES[state];
  const was = chanceMoved(target)
    ? ` A week ago the chance was ${formatShare(target.previousChance ?? 0)}.`
    : "";
  return {
    text: `${target.label}, ${news}: ${target.reason}.${was}`,
    about: { kind: "target", id: target.id },
    tone: state === "missed" || state === "at_risk" ? "bad" : state === "met" ? "good" : "neutral",
  };
}

const NAMES: Record<CriterionState, string> = {
  not_started: "not started",
  on_track: "on track",
  at_risk: "at risk",
  met: "met",
  missed: "missed",
  unknown: "unknown",
};

function countRest(rest: readonly ReviewTarget[]): ReviewItem[] {
  const parts = (["met", "on_track", "not_started"] as const).flatMap((state) => {
    const count = rest.filter((target) => target.state === state).length;
    return count === 0 ? [] : [`${count} ${NAMES[state]}`];
  });
  if (parts.length === 0) return [];
  const text = `Unchanged: ${parts.join(", ")}.`;
  return [{ text, about: { kind: "plan", id: null }, tone: "neutral" }];
}
