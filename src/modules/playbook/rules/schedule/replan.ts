import type { IsoDate } from "../calendar/iso-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { createDayLine } from "./day-line.ts";
import type { PlannedPackage } from "./types.ts";

/** Puts the planned start of a package elsewhere; its duration in working days stays. */
export function replan(work: PlannedPackage, newStart: IsoDate, calendar?: WorkingCalendar): PlannedPackage {
  const line = createDayLine(calendar);
  const at = line.at(newStart);
  const { start: oldStart, end, constraint, ...rest } = work;
  const planned = oldStart === undefined || end === undefined ? undefined : line.at(end) - line.at(oldStart);
  const duration = planned ?? Math.ceil(work.durationDays ?? 0);
  const takesDaysOff = end !== undefined && end > line.endDate(line.at(end));
  const newEnd = takesDaysOff || duration === 0 ? line.startDate(at + duration) : line.endDate(at + duration);
  const start = line.startDate(at);
  return {
    ...rest,
    start,
    end: newEnd,
    ...(constraint && {
      constraint: constraint.type === "must_start_on" ? { ...constraint, on: start } : constraint,
    }),
  };
}
