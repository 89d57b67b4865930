import { fromDayNumber, type IsoDate, laterOf, toDayNumber } from "../calendar/iso-date.ts";
import { satisfies } from "../targets/goal.ts";
import { rankOf, selectRank } from "./quantile.ts";
import { seedFrom } from "./seed.ts";
import { FINE_WEEKS, HORIZON_WEEKS, PATHS, simulate, type Simulation } from "./simulate.ts";
import type { BandPoint, Forecast, ForecastGoal, ForecastResult, SeriesPoint, ValueBounds } from "./types.ts";
import { readWeekly, type WeeklySeries } from "./weekly-series.ts";

/** Fewer known weeks than this say nothing about pace. */
export const MIN_POINTS = 4;

const BAND_WEEKS_WITHOUT_DUE = 26;
const BAND_MAX_WEEKS = 104;

/** `due` is the last day in time. `metric` names the series and, with `asOf`, seeds the draws. */
export type ForecastQuestion = {
  metric: string;
  series: readonly SeriesPoint[];
  goal: ForecastGoal;
  due: IsoDate | null;
  asOf: IsoDate;
  bounds?: ValueBounds;
};

/**
 * Forecasts when a weekly series first reaches a level: 1,000 futures from the changes seen lately. The same
 * question gives the same answer. What is met already has chance 1. Dates are never before `asOf`: a value that
 * was probably reached unseen counts from today.
 */
export function forecastTarget(question: ForecastQuestion): ForecastResult {
  const weekly = readWeekly(question.series, question.asOf);
  if (weekly === null) return { forecast: null, reason: "Not enough data: no value yet" };
  const met = satisfies(question.goal.op, weekly.lastValue, question.goal.level);
  if (weekly.points < MIN_POINTS) {
    if (met) return { forecast: metAlready(question, []), reason: null };
    return { forecast: null, reason: `Not enough data: ${weekly.points} of ${MIN_POINTS} weekly values` };
  }
  const run = planSimulation(question, weekly);
  const { hits, hitsByDue, band } = simulate(run);
  const points = band.map(({ week, better15, middle, better85 }) => ({
    on: fromDayNumber(weekly.lastDay + 7 * week),
    p15: better15,
    p50: middle,
    p85: better85,
  }));
  if (met) return { forecast: metAlready(question, points), reason: null };
  const dateAt = (share: number) => {
    const days = selectRank(hits, rankOf(share, PATHS));
    return Number.isFinite(days) ? laterOf(question.asOf, fromDayNumber(weekly.lastDay + days)) : null;
  };
  return {
    forecast: { p50: dateAt(0.5), p85: dateAt(0.85), chance: chanceOf(question, hitsByDue), band: points },
    reason: null,
  };
}

function metAlready({ asOf, due }: ForecastQuestion, band: BandPoint[]): Forecast {
  return { p50: asOf, p85: asOf, chance: due === null ? null : 1, band };
}

function chanceOf({ due, asOf }: ForecastQuestion, hitsByDue: number): number | null {
  if (due === null) return null;
  return due < asOf ? 0 : hitsByDue / PATHS;
}

function planSimulation(
  { metric, goal, due, asOf, bounds }: ForecastQuestion,
  weekly: WeeklySeries,
): Simulation {
  const dueDays = due === null ? null : toDayNumber(due) - weekly.lastDay;
  const wanted = dueDays === null ? BAND_WEEKS_WITHOUT_DUE : Math.ceil(dueDays / 7) + 4;
  const bandWeeks = Math.min(BAND_MAX_WEEKS, HORIZON_WEEKS, Math.max(8, wanted));
  const rises = goal.op === "=" ? weekly.lastValue < goal.level : goal.op === ">=" || goal.op === ">";
  const either = rises ? ">=" : "<=";
  return {
    seed: seedFrom(`${metric}|${asOf}`),
    increments: weekly.increments,
    lastValue: weekly.lastValue,
    goal: { op: goal.op === "=" ? either : goal.op, level: goal.level },
    min: bounds?.min ?? Number.NEGATIVE_INFINITY,
    max: bounds?.max ?? Number.POSITIVE_INFINITY,
    dueDays,
    bandWeeks,
    bandStep: bandStepFor(bandWeeks),
  };
}

/** At most 26 points, and beyond the weeks walked one by one only every fourth. */
function bandStepFor(weeks: number): number {
  if (weeks > FINE_WEEKS) return 4;
  return weeks > 26 ? 2 : 1;
}
