import { formatDay } from "../calendar/format-date.ts";
import { type IsoDate, daysBetween } from "../calendar/iso-date.ts";
import type { Forecast } from "../forecast/types.ts";
import { formatQuantity, formatShare, isPercentUnit } from "./format.ts";
import type { Goal } from "./goal.ts";
import type { TargetMeasurement, TargetSpec } from "./types.ts";

const WORDS = { ">=": "", ">": "more than ", "<=": "at most ", "<": "below ", "=": "exactly " } as const;

// A value measured this long ago is dated in the sentence; newer ones are dated beside it.
const STALE_DAYS = 8;

/** "71 of 100", "88 %, target 90 %", "140 ms, target below 100 ms". */
export function describeStanding(value: number, goal: Goal, style: TargetSpec): string {
  const target = formatQuantity(goal.level, style);
  if (goal.op === ">=" && !isPercentUnit(style.unit) && style.unit !== "×" && style.op !== "delta")
    return `${style.currency ? formatQuantity(value, style) : formatQuantity(value)} of ${target}`;
  return `${formatQuantity(value, valueStyle(style))}, target ${WORDS[goal.op]}${formatQuantity(goal.level, valueStyle(style))}`;
}

/** A change of 30 % is measured on values that are no percentages themselves. */
function valueStyle(style: TargetSpec): TargetSpec {
  return style.op === "delta" && isPercentUnit(style.unit) ? { ...style, unit: null } : style;
}

/** " by 31 May", or nothing. */
export function describeDue(due: IsoDate | null, today: IsoDate): string {
  return due === null ? "" : ` by ${formatDay(due, today)}`;
}

/** ", as of 10 May" when the value is old. */
export function describeAge({ asOf }: TargetMeasurement, today: IsoDate): string {
  return daysBetween(asOf, today) < STALE_DAYS ? "" : `, as of ${formatDay(asOf, today)}`;
}

/** "at this pace 24 % likely, 12 Jun". */
export function describeForecast({ chance, p50 }: Forecast, today: IsoDate): string {
  const when = p50 === null ? "not within five years" : formatDay(p50, today);
  return chance === null ? `at this pace ${when}` : `at this pace ${formatShare(chance)} likely, ${when}`;
}
