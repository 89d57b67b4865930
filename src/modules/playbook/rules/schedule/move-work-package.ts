import { daysBetween, type IsoDate } from "../calendar/iso-date.ts";
import { computeSchedule } from "./compute-schedule.ts";
import { createDayLine } from "./day-line.ts";
import { type Gate, type GateShift, shiftGates } from "./shift-gates.ts";
import type { Driver, PlannedPackage, Schedule, ScheduledPackage, ScheduleInput } from "./types.ts";

/** How far a package moves, in calendar days, later positive. Dates are half-open. */
export type PackageShift = {
  id: string;
  title: string;
  from: { start: IsoDate; end: IsoDate };
  to: { start: IsoDate; end: IsoDate };
  startDays: number;
  endDays: number;
};

/**
 * What a move would do; nothing is changed by asking. `heldBy` says what keeps the package from the date asked
 * for, null when it gets it. `follows` are the other packages that move, in order of their new start.
 */
export type MovePreview = {
  moved: PackageShift;
  heldBy: Driver | null;
  follows: PackageShift[];
  gates: GateShift[];
  planEnd: { from: IsoDate; to: IsoDate; days: number };
  schedule: Schedule;
};

/** `code` for programs, `message` for people. */
export type MoveResult =
  | { ok: true; preview: MovePreview }
  | { ok: false; code: "unknown_work_package" | "already_started" | "cycle"; message: string };

/** Previews moving the planned start of one package; its duration in working days stays. */
export function moveWorkPackage(
  input: ScheduleInput,
  move: { id: string; start: IsoDate },
  gates: readonly Gate[] = [],
): MoveResult {
  const work = input.packages.find(({ id }) => id === move.id);
  if (!work) return refuse("unknown_work_package", "This work package is no longer in the plan.");
  const before = computeSchedule(input);
  if (!before.ok) return refuse("cycle", before.cycle.message);
  if (work.actualStart !== undefined || work.actualEnd !== undefined || work.progress > 0)
    return refuse("already_started", "This work has begun. Change its real dates instead of its plan.");
  const replanned = replan(work, move.start, input);
  const packages = input.packages.map((one) => (one.id === work.id ? replanned : one));
  const after = computeSchedule({ ...input, packages });
  if (!after.ok) return refuse("cycle", after.cycle.message);
  return { ok: true, preview: compare(before.schedule, after.schedule, { replanned, gates }) };
}

function refuse(code: "unknown_work_package" | "already_started" | "cycle", message: string): MoveResult {
  return { ok: false, code, message };
}

function replan(work: PlannedPackage, newStart: IsoDate, input: ScheduleInput): PlannedPackage {
  const line = createDayLine(input.calendar);
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

function compare(
  before: Schedule,
  after: Schedule,
  { replanned, gates }: { replanned: PlannedPackage; gates: readonly Gate[] },
): MovePreview {
  const earlier = new Map(before.packages.map((one) => [one.id, one]));
  const shifts = after.packages.flatMap((to) => {
    const from = earlier.get(to.id);
    return from ? [{ shift: shiftOf(from, to), driver: to.driver }] : [];
  });
  const own = shifts.find(({ shift }) => shift.id === replanned.id);
  if (!own) throw new Error("The moved work package is missing from its own schedule.");
  const follows = shifts
    .map(({ shift }) => shift)
    .filter(({ id, startDays, endDays }) => id !== replanned.id && (startDays !== 0 || endDays !== 0))
    .toSorted((a, b) => (a.to.start < b.to.start ? -1 : Number(a.to.start > b.to.start)));
  const from = before.end ?? own.shift.from.end;
  const to = after.end ?? own.shift.to.end;
  return {
    moved: own.shift,
    heldBy: own.shift.to.start === replanned.start ? null : own.driver,
    follows,
    gates: shiftGates(gates, before, after),
    planEnd: { from, to, days: daysBetween(from, to) },
    schedule: after,
  };
}

function shiftOf(from: ScheduledPackage, to: ScheduledPackage): PackageShift {
  return {
    id: to.id,
    title: to.title,
    from: { start: from.start, end: from.end },
    to: { start: to.start, end: to.end },
    startDays: daysBetween(from.start, to.start),
    endDays: daysBetween(from.end, to.end),
  };
}
