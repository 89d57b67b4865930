import { daysBetween, type IsoDate } from "../calendar/iso-date.ts";
import { type Gate, type GateShift, shiftGates } from "./shift-gates.ts";
import type { Schedule, ScheduledPackage } from "./types.ts";

/** How far a package moves, in calendar days, later positive. Dates are half-open. */
export type PackageShift = {
  id: string;
  title: string;
  from: { start: IsoDate; end: IsoDate };
  to: { start: IsoDate; end: IsoDate };
  startDays: number;
  endDays: number;
};

/** What differs between two schedules of one plan. `shifts` are the packages that move, in order of their new start. */
export type ScheduleDifference = {
  shifts: PackageShift[];
  gates: GateShift[];
  planEnd: { from: IsoDate; to: IsoDate; days: number } | null;
};

/** Compares two schedules; a package that only one of them has does not count as moved. */
export function compareSchedules(
  before: Schedule,
  after: Schedule,
  gates: readonly Gate[] = [],
): ScheduleDifference {
  const earlier = new Map(before.packages.map((one) => [one.id, one]));
  const shifts = after.packages
    .flatMap((to) => {
      const from = earlier.get(to.id);
      return from ? [shiftOf(from, to)] : [];
    })
    .filter(({ startDays, endDays }) => startDays !== 0 || endDays !== 0)
    .toSorted((a, b) => (a.to.start < b.to.start ? -1 : Number(a.to.start > b.to.start)));
  const planEnd =
    before.end === null || after.end === null
      ? null
      : { from: before.end, to: after.end, days: daysBetween(before.end, after.end) };
  return { shifts, gates: shiftGates(gates, before, after), planEnd };
}

/** How one package differs between two schedules, also when it does not. */
export function shiftOf(from: ScheduledPackage, to: ScheduledPackage): PackageShift {
  return {
    id: to.id,
    title: to.title,
    from: { start: from.start, end: from.end },
    to: { start: to.start, end: to.end },
    startDays: daysBetween(from.start, to.start),
    endDays: daysBetween(from.end, to.end),
  };
}
