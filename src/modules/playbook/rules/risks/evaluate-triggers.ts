import { formatQuantity, type NumberStyle } from "../targets/format.ts";
import { satisfies } from "../targets/goal.ts";
import { type RiskRating, riskScore } from "./score-risk.ts";

/** Raises a risk when its metric breaches a level. `title` names the metric to people. */
export type RiskTrigger = {
  metric: string;
  title?: string;
  op: ">=" | ">" | "<=" | "<" | "=";
  level: number;
  raiseTo: Partial<Record<"probability" | "impact", number>>;
} & NumberStyle;

/** A trigger that fired, in a sentence. */
export type TriggerBreach = { metric: string; value: number; reason: string };

/** The rating after the triggers. `raised` is true only when it differs from the rating before. */
export type TriggerOutcome = { rating: RiskRating; raised: boolean; breaches: TriggerBreach[] };

/**
 * Applies triggers to a rating. Triggers only raise: evaluating twice changes nothing more, a breach that ends
 * lowers nothing (a person does that), and a metric without a value breaches nothing.
 */
export function evaluateTriggers(
  rating: RiskRating,
  triggers: readonly RiskTrigger[],
  values: Readonly<Record<string, number | null>>,
): TriggerOutcome {
  let { probability, impact } = rating;
  const breaches: TriggerBreach[] = [];
  for (const trigger of triggers) {
    const value = values[trigger.metric] ?? null;
    if (value === null || !satisfies(trigger.op, value, trigger.level)) continue;
    probability = higher(probability, trigger.raiseTo.probability);
    impact = higher(impact, trigger.raiseTo.impact);
    breaches.push({ metric: trigger.metric, value, reason: describe(trigger, value) });
  }
  const after = { probability, impact };
  riskScore(after);
  return { rating: after, raised: probability !== rating.probability || impact !== rating.impact, breaches };
}

const WORDS = { ">=": "at or above", ">": "above", "<=": "at or below", "<": "below", "=": "at" } as const;

/** "Cost per customer is $1,700, above $1,680". */
function describe(trigger: RiskTrigger, value: number): string {
  const level = formatQuantity(trigger.level, trigger);
  return `${trigger.title ?? trigger.metric} is ${formatQuantity(value, trigger)}, ${WORDS[trigger.op]} ${level}`;
}

function higher(current: number | null, wanted: number | undefined): number | null {
  return wanted === undefined ? current : Math.max(current ?? wanted, wanted);
}
