import { formatQuantity } from "../targets/format.ts";
import type { RiskTrigger } from "./evaluate-triggers.ts";

const WORDS = { ">=": "at or above", ">": "above", "<=": "at or below", "<": "below", "=": "at" } as const;

/** "Cost per customer above $1,680 raises probability to 4". */
export function describeTrigger(trigger: RiskTrigger): string {
  const { probability, impact } = trigger.raiseTo;
  const raises = [
    ...(probability === undefined ? [] : [`probability to ${probability}`]),
    ...(impact === undefined ? [] : [`impact to ${impact}`]),
  ];
  const level = formatQuantity(trigger.level, trigger);
  return `${trigger.title ?? trigger.metric} ${WORDS[trigger.op]} ${level} raises ${raises.join(" and ")}`;
}
