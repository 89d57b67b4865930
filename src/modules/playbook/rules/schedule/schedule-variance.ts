import { formatDays } from "../calendar/format-date.ts";
import { type IsoDate, laterOf, toDayNumber } from "../calendar/iso-date.ts";
import { remember } from "./remember.ts";
import type { Schedule, ScheduledPackage } from "./types.ts";

/** Dates of a package when the baseline was taken; `end` is the day after the last day. */
export type BaselinePackage = { id: string; start: IsoDate; end: IsoDate };

/** Calendar days against the baseline, late positive. `shouldBeDone`: its baseline end is behind us. */
export type PackageVariance = {
  id: string;
  title: string;
  baselineEnd: IsoDate;
  end: IsoDate;
  startDays: number;
  endDays: number;
  shouldBeDone: boolean;
};

/** Why a package that should be done is late. `waitsFor` is the id of the package that holds it, when one does. */
export type VarianceCause = {
  id: string;
  title: string;
  days: number;
  kind: "waits" | "not_started" | "under_way" | "finished_late";
  waitsFor: string | null;
  reason: string;
};

/**
 * `days`: how much later than planned the work that should be done by now is, or will be, done as a whole;
 * negative is early. `planEndDays` is the same for the end of the plan. `causes` are the late packages, worst first.
 */
export type ScheduleVariance = {
  days: number;
  planEndDays: number;
  reason: string;
  causes: VarianceCause[];
  packages: PackageVariance[];
};

/**
 * Compares a schedule with its baseline on a day. Packages added after the baseline have nothing to be compared
 * with and do not count; neither do packages since removed.
 */
export function scheduleVariance(
  baseline: readonly BaselinePackage[],
  current: Schedule,
  asOf: IsoDate,
): ScheduleVariance {
  const dayOf = remember(toDayNumber);
  const currentById = new Map(current.packages.map((one) => [one.id, one]));
  const pairs = baseline.flatMap((planned) => {
    const work = currentById.get(planned.id);
    return work ? [{ work, variance: compare(planned, work, { asOf, dayOf }) }] : [];
  });
  const packages = pairs.map(({ variance }) => variance);
  const due = packages.filter(({ shouldBeDone }) => shouldBeDone);
  const days = endVariance(due);
  const causes = pairs
    .filter(({ variance }) => variance.shouldBeDone && variance.endDays > 0)
    .map(({ work, variance }) => explain(work, variance, currentById))
    .toSorted((a, b) => b.days - a.days);
  const reason = due.length === 0 ? "Nothing is due yet" : summarize(days, causes);
  return { days, planEndDays: endVariance(packages), reason, causes, packages };
}

function compare(
  planned: BaselinePackage,
  work: ScheduledPackage,
  { asOf, dayOf }: { asOf: IsoDate; dayOf: (date: IsoDate) => number },
): PackageVariance {
  // What is not finished cannot have ended in the past, whatever day the schedule was computed for.
  const end = work.finished ? work.end : laterOf(work.end, asOf);
  return {
    id: work.id,
    title: work.title,
    baselineEnd: planned.end,
    end,
    startDays: dayOf(work.start) - dayOf(planned.start),
    endDays: dayOf(end) - dayOf(planned.end),
    shouldBeDone: planned.end <= asOf,
  };
}

function endVariance(packages: readonly PackageVariance[]): number {
  const planned = packages
    .map(({ baselineEnd }) => baselineEnd)
    .toSorted()
    .at(-1);
  const expected = packages
    .map(({ end }) => end)
    .toSorted()
    .at(-1);
  return planned === undefined || expected === undefined ? 0 : toDayNumber(expected) - toDayNumber(planned);
}

function explain(
  work: ScheduledPackage,
  { endDays }: PackageVariance,
  byId: ReadonlyMap<string, ScheduledPackage>,
): VarianceCause {
  const { id, title, driver, finished } = work;
  const late = formatDays(endDays);
  const cause = { id, title, days: endDays, waitsFor: null };
  if (finished) return { ...cause, kind: "finished_late", reason: `“${title}” ended ${late} late` };
  if (driver.kind === "link") {
    const holder = byId.get(driver.from)?.title ?? driver.from;
    return {
      ...cause,
      kind: "waits",
      waitsFor: driver.from,
      reason: `“${title}” is ${late} late, waiting for “${holder}”`,
    };
  }
  if (driver.kind === "actual")
    return { ...cause, kind: "under_way", reason: `“${title}” is not finished, ${late} late` };
  return { ...cause, kind: "not_started", reason: `“${title}” has not started, ${late} late` };
}

function summarize(days: number, causes: readonly VarianceCause[]): string {
  const named = causes.slice(0, 3).map(({ reason }) => reason);
  const more = causes.length > 3 ? [`${causes.length - 3} more are late`] : [];
  const verdict = days === 0 ? "On time" : `${formatDays(days)} ${days > 0 ? "late" : "early"}`;
  return named.length === 0 ? verdict : `${verdict}: ${[...named, ...more].join("; ")}`;
}
