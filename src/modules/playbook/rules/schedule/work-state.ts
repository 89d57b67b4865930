/** Where a work package stands, as a board shows it. */
export type WorkState = "not_started" | "waiting" | "under_way" | "done" | "cancelled";

/**
 * What a person said comes first; proved deliverables speak for themselves: all of them make work done, one makes it
 * under way. Work that has not begun waits when something it needs is not finished.
 */
export function workState(work: {
  status: string;
  proved: number;
  deliverables: number;
  /** Unfinished packages that hold its start. */
  waitsFor: number;
}): WorkState {
  if (work.status === "cancelled") return "cancelled";
  if (work.status === "done" || (work.deliverables > 0 && work.proved === work.deliverables)) return "done";
  if (work.status === "active" || work.proved > 0) return "under_way";
  return work.waitsFor > 0 ? "waiting" : "not_started";
}
