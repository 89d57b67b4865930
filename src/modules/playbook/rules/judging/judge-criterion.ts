import type { IsoDate } from "../calendar/iso-date.ts";
import { forecastTarget } from "../forecast/forecast-target.ts";
import type { Forecast, SeriesPoint } from "../forecast/types.ts";
import { isPercentUnit } from "../targets/format.ts";
import { resolveGoal, satisfies } from "../targets/goal.ts";
import { judgeCompletion } from "../targets/judge-completion.ts";
import { judgeTarget } from "../targets/judge-target.ts";
import type { Judgement, TargetSpec } from "../targets/types.ts";

/** What a metric says now; `source` none when nothing measures it and nobody reported it. */
export type KnownValue = {
  value: number | null;
  reason: string | null;
  source: "live" | "reported" | "none";
  asOfOn: IsoDate | null;
};

/** A criterion with a number. `series` are weekly values, oldest first. */
export type NumericCriterion = {
  target: TargetSpec & { metric: string | null };
  known: KnownValue | null;
  series: readonly SeriesPoint[];
  startsOn: IsoDate | null;
  dueOn: IsoDate | null;
};

/** A judgement with the facts it rests on. `criterion_status` keeps it as it is. */
export type Judged = Judgement & {
  value: number | null;
  valueReason: string | null;
  asOfOn: IsoDate | null;
  source: "live" | "reported" | "none" | "proof" | "person";
  forecast: Forecast | null;
  forecastReason: string | null;
};

/** Headcount has a ceiling: more people than planned is not a stretch reached. */
const CEILING_METRICS = new Set(["team.headcount_active"]);
const PERCENT = { min: 0, max: 100 };

/** Judges a criterion with a number: the state, the forecast and where the number comes from. */
export function judgeNumeric(criterion: NumericCriterion, today: IsoDate): Judged {
  const { target, known, series, startsOn, dueOn } = criterion;
  const spec: TargetSpec = {
    ...target,
    ceiling: CEILING_METRICS.has(target.metric ?? "") && target.op === "between",
  };
  const reason =
    target.metric === null ? "No metric chosen for this number" : (known?.reason ?? "No source yet");
  const value = known?.value ?? null;
  const { forecast, why, metSince, baseline } = readSeries(spec, criterion, value, today);
  const judgement = judgeTarget(
    spec,
    { value, reason, asOf: known?.asOfOn ?? today, baseline, metSince },
    { today, due: dueOn, startOn: startsOn, forecast },
  );
  return {
    ...judgement,
    value,
    valueReason: value === null ? reason : null,
    asOfOn: known?.asOfOn ?? null,
    source: known?.source ?? "none",
    forecast: value === null || series.length === 0 ? null : forecast,
    forecastReason: forecast === null ? why : null,
  };
}

const NOTHING_READ = { forecast: null, why: "Not enough data", metSince: null, baseline: null };

/** A forecast is drawn only for what is under way: what is met or lies ahead needs none, and it is the costly part. */
function readSeries(
  spec: TargetSpec,
  { target, series, startsOn, dueOn }: NumericCriterion,
  value: number | null,
  today: IsoDate,
) {
  const baseline = spec.op === "delta" ? (series.find((point) => point.value !== null)?.value ?? null) : null;
  const goal = resolveGoal(spec, baseline);
  if (goal === null || target.metric === null) return { ...NOTHING_READ, baseline };
  const isMet = (level: number | null) => level !== null && satisfies(goal.op, level, goal.level);
  const metSince = sinceWhenMet(series, (point) => isMet(point.value));
  if (isMet(value)) return { forecast: null, why: null, metSince, baseline };
  if (startsOn !== null && startsOn > today)
    return { forecast: null, why: "Forecast once it has started", metSince, baseline };
  const bounds = isPercentUnit(spec.unit) ? PERCENT : { min: 0 };
  const { forecast, reason: why } = forecastTarget({
    metric: target.metric,
    series,
    goal,
    due: dueOn,
    asOf: today,
    bounds,
  });
  return { forecast, why, metSince, baseline };
}

/** First day of the unbroken run of points that satisfy the target up to the last one; null when the last does not. */
function sinceWhenMet(
  series: readonly SeriesPoint[],
  isMet: (point: SeriesPoint) => boolean,
): IsoDate | null {
  const known = series.filter(({ value }) => value !== null);
  const lastMiss = known.findLastIndex((point) => !isMet(point));
  return known[lastMiss + 1]?.on ?? null;
}

/** A criterion that a deliverable completes. `plannedEnd` is the last day by the schedule. */
export type CompletionCriterion = {
  proved: boolean;
  provedOn: IsoDate | null;
  proofReason: string | null;
  wasProvedBefore: boolean;
  startsOn: IsoDate | null;
  dueOn: IsoDate | null;
};

/** Judges a criterion by the proof of the deliverable it repeats. */
export function judgeByProof(criterion: CompletionCriterion, today: IsoDate): Judged {
  const { proved, provedOn, proofReason, wasProvedBefore, startsOn, dueOn } = criterion;
  const judgement = judgeCompletion(
    {
      proved,
      provedOn,
      reopenedBecause: wasProvedBefore ? proofReason : null,
      due: dueOn,
      startOn: startsOn,
    },
    today,
  );
  return { ...judgement, ...noNumber("proof") };
}

/** A criterion that only a person can confirm. */
export function judgeByPerson(
  criterion: { confirmedOn: IsoDate | null; startsOn: IsoDate | null; dueOn: IsoDate | null },
  today: IsoDate,
): Judged {
  const { confirmedOn, startsOn, dueOn } = criterion;
  const judgement = judgeCompletion(
    { proved: confirmedOn !== null, provedOn: confirmedOn, due: dueOn, startOn: startsOn },
    today,
  );
  const reason = judgement.reason
    .replace("Proved", "Confirmed")
    .replace("Not proved yet", "Not confirmed yet");
  return { ...judgement, reason, ...noNumber("person") };
}

const noNumber = (source: "proof" | "person") => ({
  value: null,
  valueReason: null,
  asOfOn: null,
  source,
  forecast: null,
  forecastReason: null,
});
