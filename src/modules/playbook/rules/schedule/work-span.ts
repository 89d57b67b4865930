import type { DayLine } from "./day-line.ts";
import type { PlannedPackage } from "./types.ts";

/** A package on the line of working days, before links are looked at. */
export type WorkSpan = {
  /** Planned start, or where the plan starts. */
  planned: number;
  hasPlannedStart: boolean;
  /** Working days. */
  duration: number;
  /** Working days still to do. */
  remaining: number;
  status: "waiting" | "started" | "finished";
};

/** Places a package. `origin` is where work without a planned date may start. */
export function placeWork(work: PlannedPackage, line: DayLine, origin: number): WorkSpan {
  const duration = plannedDuration(work, line);
  const planned = plannedStart(work, line, duration);
  const progress = Math.min(1, Math.max(0, work.progress));
  return {
    planned: planned ?? origin,
    hasPlannedStart: planned !== undefined,
    duration,
    remaining: Math.ceil(duration * (1 - progress) - 1e-9),
    status: statusOf(work, progress),
  };
}

function statusOf(work: PlannedPackage, progress: number): WorkSpan["status"] {
  if (work.actualEnd !== undefined || progress === 1) return "finished";
  return work.actualStart !== undefined || progress > 0 ? "started" : "waiting";
}

function plannedDuration(work: PlannedPackage, line: DayLine): number {
  if (work.start !== undefined && work.end !== undefined)
    return Math.max(0, line.at(work.end) - line.at(work.start));
  return Math.max(0, Math.ceil(work.durationDays ?? 0));
}

function plannedStart(work: PlannedPackage, line: DayLine, duration: number): number | undefined {
  if (work.start !== undefined) return line.at(work.start);
  return work.end === undefined ? undefined : line.at(work.end) - duration;
}
