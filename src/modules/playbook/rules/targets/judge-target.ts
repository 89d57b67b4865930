import { formatDay, formatDays } from "../calendar/format-date.ts";
import { daysBetween } from "../calendar/iso-date.ts";
import { describeAge, describeDue, describeForecast, describeStanding } from "./describe-target.ts";
import { formatQuantity, formatShare, isPercentUnit } from "./format.ts";
import { type Goal, goalProgress, reachesStretch, resolveGoal, satisfies } from "./goal.ts";
import type { Judgement, JudgementContext, TargetMeasurement, TargetSpec } from "./types.ts";

/** A target is on track when the forecast gives it at least this chance; a coin flip is not on track. */
export const ON_TRACK_CHANCE = 0.7;

/**
 * Judges one numeric target today, and says why in a plain sentence. Met comes first, however early or late;
 * then a ceiling that is passed, a due date that is past, a start that lies ahead, the forecast, and without a
 * forecast the share of time gone.
 */
export function judgeTarget(
  target: TargetSpec,
  measurement: TargetMeasurement,
  context: JudgementContext,
): Judgement {
  const { value } = measurement;
  const { today, startOn, due } = context;
  const ahead = startOn !== null && startOn > today;
  if (value === null) {
    if (ahead) return judged("not_started", "not_started", `Counts from ${formatDay(startOn, today)}`);
    const why = measurement.reason ?? "No value reported yet";
    return judged("unknown", "no_value", `${why}${due === null ? "" : `; due ${formatDay(due, today)}`}`);
  }
  const goal = resolveGoal(target, measurement.baseline);
  if (goal === null) return judged("unknown", "no_baseline", "No starting value to measure the change from");
  const measured = {
    progress: goalProgress(goal, value, measurement.baseline),
    stretchMet: reachesStretch(goal, value),
  };
  return { ...judgeValue({ target, measurement, goal, value }, context), ...measured };
}

type Known = { target: TargetSpec; measurement: TargetMeasurement; goal: Goal; value: number };

function judgeValue(known: Known, context: JudgementContext): Judgement {
  const { target, measurement, goal, value } = known;
  const { today, startOn, due, forecast } = context;
  const overdue = due !== null && due < today;
  const age = describeAge(measurement, today);
  if (goal.ceiling !== null && value > goal.ceiling) {
    const limit = formatQuantity(goal.ceiling, target);
    const reason = `${formatQuantity(value)}${age}, above the ceiling of ${limit}`;
    return judged(overdue ? "missed" : "at_risk", "above_ceiling", reason);
  }
  const standing = `${describeStanding(value, goal, target)}${age}`;
  if (satisfies(goal.op, value, goal.level)) return judgeMet(standing, measurement, context);
  if (overdue) {
    const late = formatDays(daysBetween(due, today));
    return judged("missed", "missed", `${standing}; due ${formatDay(due, today)}, ${late} ago`);
  }
  if (startOn !== null && startOn > today)
    return judged("not_started", "not_started", `${standing}; counts from ${formatDay(startOn, today)}`);
  const byDue = `${standing}${describeDue(due, today)}`;
  if (due === null) {
    const outlook = forecast === null ? "no due date to judge it by" : describeForecast(forecast, today);
    return judged("unknown", "no_due_date", `${byDue}; ${outlook}`);
  }
  if (forecast !== null && forecast.chance !== null) {
    const state = forecast.chance >= ON_TRACK_CHANCE ? "on_track" : "at_risk";
    return judged(state, "forecast", `${byDue}; ${describeForecast(forecast, today)}`);
  }
  return judgePace(byDue, known, { today, startOn, due });
}

function judgeMet(
  standing: string,
  { metSince }: TargetMeasurement,
  { today, due }: JudgementContext,
): Judgement {
  if (metSince === undefined || metSince === null) return judged("met", "met", standing);
  const reached = `${standing}; reached ${formatDay(metSince, today)}`;
  if (due === null || metSince <= due) return judged("met", "met", reached);
  const late = formatDays(daysBetween(due, metSince));
  return judged("met", "met_late", `${reached}, ${late} after the due date ${formatDay(due, today)}`);
}

/** Without a forecast: is the share of the way done at least the share of the time gone? */
function judgePace(
  byDue: string,
  { target, measurement, goal, value }: Known,
  { today, startOn, due }: { today: string; startOn: string | null; due: string },
): Judgement {
  const baseline = measurement.baseline ?? null;
  // Growing from nothing is the only way without a baseline that can be laid along a line of time.
  const measurable = baseline !== null || (goal.op.startsWith(">") && !isPercentUnit(target.unit));
  if (startOn === null || !measurable)
    return judged("unknown", "too_little_data", `${byDue}; too few weekly values to say how fast it moves`);
  const total = daysBetween(startOn, due) + 1;
  const gone = Math.min(1, daysBetween(startOn, today) / Math.max(1, total));
  const progress = goalProgress(goal, value, baseline);
  const state = progress >= gone ? "on_track" : "at_risk";
  return judged(
    state,
    "pace",
    `${byDue}; ${formatShare(progress)} of the way, ${formatShare(gone)} of the time gone`,
  );
}

function judged(state: Judgement["state"], code: Judgement["code"], reason: string): Judgement {
  return { state, code, reason, progress: null, stretchMet: null };
}
