import { describeDriver, describeSlip } from "./describe-driver.ts";
import { holders } from "./holders.ts";
import { type BaselinePackage, scheduleVariance } from "./schedule-variance.ts";
import type { PlannedPackage, Schedule, ScheduledPackage, ScheduleInput } from "./types.ts";

/**
 * A work package as a person looks at it: where it is expected, how far from its baseline (calendar days, late
 * positive) and why, and the ids of what it waits for.
 */
export interface DatedWork extends ScheduledPackage {
  baseline: BaselinePackage | null;
  slipDays: number | null;
  reason: string;
  /** Why it is late; null when it is not. */
  slipReason: string | null;
  waitsFor: string[];
  onCriticalPath: boolean;
  movable: boolean;
}

const hasBegun = (work: PlannedPackage | undefined): boolean =>
  work === undefined || work.actualStart !== undefined || work.actualEnd !== undefined || work.progress > 0;

/** Joins a schedule with its baseline and its links, by package id. `today` as the schedule was computed for. */
export function datedWork(
  { input, schedule }: { input: ScheduleInput; schedule: Schedule },
  baseline: readonly BaselinePackage[],
  today: string,
): Map<string, DatedWork> {
  const planned = new Map(input.packages.map((work) => [work.id, work]));
  const held = holders(input.packages, input.links);
  const compared = new Map(baseline.map((one) => [one.id, one]));
  const slips = new Map(
    scheduleVariance(baseline, schedule, today).packages.map((one) => [one.id, one.endDays]),
  );
  const titles = new Map(schedule.packages.map(({ id, title }) => [id, title]));
  const critical = new Set(schedule.criticalPath);
  return new Map(
    schedule.packages.map((work) => {
      const begun = hasBegun(planned.get(work.id));
      return [
        work.id,
        {
          ...work,
          baseline: compared.get(work.id) ?? null,
          slipDays: slips.get(work.id) ?? null,
          slipReason: (slips.get(work.id) ?? 0) > 0 ? describeSlip(work, titles) : null,
          reason: describeDriver(work.driver, titles),
          waitsFor: begun ? [] : (held.get(work.id) ?? []),
          onCriticalPath: critical.has(work.id),
          movable: !begun,
        },
      ];
    }),
  );
}
