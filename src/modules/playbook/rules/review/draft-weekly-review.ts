import { decisionItems } from "./review-decisions.ts";
import { forecastItems } from "./review-forecasts.ts";
import { progressItems, slippedItems, standing } from "./review-progress.ts";
import { riskItems } from "./review-risks.ts";
import type { ReviewDraft, ReviewFacts } from "./types.ts";

/**
 * Drafts the weekly review: the same five sections every week, in the order people read them, as data and as
 * plain sentences. The same facts give the same draft.
 */
export function draftWeeklyReview(facts: ReviewFacts): ReviewDraft {
  return {
    week: facts.week.id,
    asOf: facts.asOf,
    headline: headlineOf(facts),
    sections: [
      { key: "plan_against_actual", title: "Plan against actual", items: progressItems(facts) },
      { key: "slipped", title: "What slipped and why", items: slippedItems(facts) },
      { key: "forecasts", title: "Forecasts", items: forecastItems(facts) },
      { key: "risks", title: "Risks that moved", items: riskItems(facts) },
      { key: "decisions", title: "Decisions needed", items: decisionItems(facts) },
    ],
  };
}

/** "Foundation: 6 days late, 38 of 60 deliverables proved, 2 targets at risk, 3 decisions waiting." */
function headlineOf({ phase, variance, deliverables, targets, decisions }: ReviewFacts): string {
  const inTrouble = targets.filter(({ state }) => state === "at_risk" || state === "missed").length;
  const parts = [
    ...(variance.days === null ? [] : [standing(variance.days)]),
    `${deliverables.done} of ${deliverables.total} deliverables proved`,
    ...(inTrouble === 0 ? [] : [`${count(inTrouble, "target")} at risk or missed`]),
    ...(decisions.length === 0 ? [] : [`${count(decisions.length, "decision")} waiting`]),
  ];
  const line = parts.join(", ");
  return phase === null ? `${line.charAt(0).toUpperCase()}${line.slice(1)}.` : `${phase}: ${line}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
