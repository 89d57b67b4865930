import type { IsoDate } from "../calendar/iso-date.ts";
import { compareSchedules, type PackageShift, shiftOf } from "./compare-schedules.ts";
import { computeSchedule } from "./compute-schedule.ts";
import { replan } from "./replan.ts";
import type { Gate, GateShift } from "./shift-gates.ts";
import type { Driver, PlannedPackage, Schedule, ScheduleInput } from "./types.ts";

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
  const replanned = replan(work, move.start, input.calendar);
  const packages = input.packages.map((one) => (one.id === work.id ? replanned : one));
  const after = computeSchedule({ ...input, packages });
  if (!after.ok) return refuse("cycle", after.cycle.message);
  return { ok: true, preview: compare(before.schedule, after.schedule, { replanned, gates }) };
}

function refuse(code: "unknown_work_package" | "already_started" | "cycle", message: string): MoveResult {
  return { ok: false, code, message };
}

function compare(
  before: Schedule,
  after: Schedule,
  { replanned, gates }: { replanned: PlannedPackage; gates: readonly Gate[] },
): MovePreview {
  const from = before.packages.find(({ id }) => id === replanned.id);
  const to = after.packages.find(({ id }) => id === replanned.id);
  if (!from || !to) throw new Error("The moved work package is missing from its own schedule.");
  const moved = shiftOf(from, to);
  const { shifts, gates: gateShifts, planEnd } = compareSchedules(before, after, gates);
  return {
    moved,
    heldBy: to.start === replanned.start ? null : to.driver,
    follows: shifts.filter(({ id }) => id !== replanned.id),
    gates: gateShifts,
    planEnd: planEnd ?? { from: from.end, to: to.end, days: moved.endDays },
    schedule: after,
  };
}
