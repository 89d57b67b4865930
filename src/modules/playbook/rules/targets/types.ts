import type { IsoDate } from "../calendar/iso-date.ts";
import type { Forecast } from "../forecast/types.ts";
import type { TargetOp } from "../import/types.ts";

/**
 * A number to reach. `min` and `max` as imported: money in major units, percentages in points.
 * `direction` says which way is better where the operator does not (ranges and changes); up when absent.
 * `ceiling`: `max` is a limit that must not be passed (headcount), not a stretch.
 * For `delta` the bounds are the size of the change from the baseline, relative when the unit is a percentage.
 */
export type TargetSpec = {
  op: TargetOp;
  min: number | null;
  max: number | null;
  direction?: "up" | "down" | null;
  ceiling?: boolean;
  unit?: string | null;
  currency?: string | null;
};

/**
 * What was measured. `reason` says why a value is null. `baseline` is the value the work started from.
 * `metSince` is the day the target was first met, where the series tells.
 */
export type TargetMeasurement = {
  value: number | null;
  reason?: string | null;
  asOf: IsoDate;
  baseline?: number | null;
  metSince?: IsoDate | null;
};

/** `due` is the last day in time; `startOn` the day from which the target counts. */
export type JudgementContext = {
  today: IsoDate;
  due: IsoDate | null;
  startOn: IsoDate | null;
  forecast: Forecast | null;
};

export type CriterionState = "not_started" | "on_track" | "at_risk" | "met" | "missed" | "unknown";

/** Why a criterion is in its state, for programs; `reason` says it to people. */
export type JudgementCode =
  | "met"
  | "met_late"
  | "missed"
  | "above_ceiling"
  | "not_started"
  | "no_value"
  | "no_baseline"
  | "no_due_date"
  | "too_little_data"
  | "forecast"
  | "pace"
  | "proved"
  | "not_proved";

/** `progress` is 0 to 1, null when unknown; `stretchMet` is null when there is no stretch. */
export type Judgement = {
  state: CriterionState;
  code: JudgementCode;
  reason: string;
  progress: number | null;
  stretchMet: boolean | null;
};
