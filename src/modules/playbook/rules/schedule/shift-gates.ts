import { daysBetween, type IsoDate, lastDayBefore } from "../calendar/iso-date.ts";
import type { Schedule } from "./types.ts";

/** A gate that needs packages done. `due` is the last day in time, where one is set. */
export type Gate = { id: string; title: string; after: readonly string[]; due?: IsoDate | null };

/** `from` and `to` are the last day of the work the gate waits for; `lateDays` counts past the due date. */
export type GateShift = {
  id: string;
  title: string;
  from: IsoDate;
  to: IsoDate;
  days: number;
  lateDays: number;
};

/** The gates whose date differs between two schedules. */
export function shiftGates(gates: readonly Gate[], before: Schedule, after: Schedule): GateShift[] {
  const endsBefore = new Map(before.packages.map(({ id, end }) => [id, end]));
  const endsAfter = new Map(after.packages.map(({ id, end }) => [id, end]));
  return gates.flatMap(({ id, title, after: needed, due }) => {
    const from = lastDayOf(needed, endsBefore);
    const to = lastDayOf(needed, endsAfter);
    if (from === null || to === null || from === to) return [];
    const lateDays = due ? Math.max(0, daysBetween(due, to)) : 0;
    return [{ id, title, from, to, days: daysBetween(from, to), lateDays }];
  });
}

function lastDayOf(ids: readonly string[], ends: ReadonlyMap<string, IsoDate>): IsoDate | null {
  const last = ids
    .flatMap((id) => ends.get(id) ?? [])
    .toSorted()
    .at(-1);
  return last === undefined ? null : lastDayBefore(last);
}
