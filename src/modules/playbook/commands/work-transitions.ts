import { refuse } from "#kernel/errors.ts";
import { checkPast, type NewStatus } from "#modules/playbook/commands/write-work-status.ts";
import type { LockedWork } from "#modules/playbook/queries/lock-work.ts";
import { addDays } from "#modules/playbook/rules/calendar/iso-date.ts";

interface Given {
  on?: string;
  note?: string;
  today: string;
}

const cancelled = () =>
  refuse("conflict", "playbook.work_cancelled", "This work was cancelled. Reopen it first.");

/** Work begins. Errors: `playbook.work_started`, `playbook.work_cancelled`, `playbook.date_in_future`. */
export function startedWork(work: LockedWork, { on, note, today }: Given): NewStatus {
  if (work.status === "cancelled") throw cancelled();
  if (work.status !== "planned")
    throw refuse("conflict", "playbook.work_started", "This work has begun already.");
  const day = on ?? today;
  checkPast(day, today);
  return { status: "active", actualStartOn: day, actualEndOn: null, note };
}

const earlierOf = (a: string, b: string): string => (a < b ? a : b);

/**
 * Work ends. Errors: `playbook.work_finished`, `playbook.work_cancelled`, `playbook.date_in_future`,
 * `playbook.ends_before_start`, `playbook.note_needed` while a deliverable is not proved.
 */
export function finishedWork(work: LockedWork, { on, note, today }: Given): NewStatus {
  if (work.status === "cancelled") throw cancelled();
  if (work.status === "done")
    throw refuse("conflict", "playbook.work_finished", "This work is done already.");
  const last = on ?? today;
  checkPast(last, today);
  const start = work.actualStartOn ?? earlierOf(work.startsOn ?? last, last);
  if (last < start)
    throw refuse("invalid", "playbook.ends_before_start", `This work started on ${start}, after that day.`, {
      issues: [{ path: "on", message: "Choose a day on or after the start" }],
    });
  const open = work.deliverables - work.proved;
  if (open > 0 && !note)
    throw refuse(
      "invalid",
      "playbook.note_needed",
      `${open} of ${work.deliverables} deliverables are not proved yet. Say why the work counts as done.`,
      { issues: [{ path: "note", message: "Say why the work counts as done" }] },
    );
  return { status: "done", actualStartOn: start, actualEndOn: addDays(last, 1), note };
}

/** Work goes on. Errors: `playbook.work_not_closed`. */
export function reopenedWork(work: LockedWork, note: string): NewStatus {
  if (work.status !== "done" && work.status !== "cancelled")
    throw refuse("conflict", "playbook.work_not_closed", "This work is open already.");
  const { actualStartOn } = work;
  return { status: actualStartOn ? "active" : "planned", actualStartOn, actualEndOn: null, note };
}

/** Work that was taken for begun has not begun. Errors: `playbook.work_not_started`. */
export function unstartedWork(work: LockedWork, note?: string): NewStatus {
  if (work.status === "planned")
    throw refuse("conflict", "playbook.work_not_started", "This work has not begun.");
  return { status: "planned", actualStartOn: null, actualEndOn: null, note };
}

/** Work is dropped. Errors: `playbook.work_cancelled`, `playbook.work_finished`. */
export function cancelledWork(work: LockedWork, note: string): NewStatus {
  if (work.status === "cancelled")
    throw refuse("conflict", "playbook.work_cancelled", "This work was cancelled already.");
  if (work.status === "done")
    throw refuse("conflict", "playbook.work_finished", "This work is done. Reopen it first.");
  return { status: "cancelled", actualStartOn: work.actualStartOn, actualEndOn: null, note };
}
