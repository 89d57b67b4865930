import { dateOfDay, dayNumber } from "#web/format/local-date.ts";
import { countOf } from "#web/format/plural.ts";
import type { TimelineRow } from "./types.ts";

/** The last day of a stretch whose end is the day after it. */
export const lastDay = (endsOn: string): string => dateOfDay(dayNumber(endsOn) - 1);

/** The day so many days later. */
export const shiftDay = (on: string, days: number): string => dateOfDay(dayNumber(on) + days);

/** How far something moved: `3 days later`, `1 day earlier`. */
export const movedBy = (days: number): string =>
  days === 0 ? "on the same day" : `${countOf(Math.abs(days), "day")} ${days > 0 ? "later" : "earlier"}`;

/** Against the baseline: `3 days late`, `1 day early`; nothing when it is on time or cannot be known. */
export function slipWords(days: number | null): string | null {
  if (days === null || days === 0) return null;
  return `${countOf(Math.abs(days), "day")} ${days > 0 ? "late" : "early"}`;
}

/** States of work packages in the words of the design system. */
export const STATE_KINDS: Record<TimelineRow["state"], { kind: string; word: string }> = {
  not_started: { kind: "not_started", word: "Not started" },
  waiting: { kind: "waiting", word: "Waiting" },
  under_way: { kind: "in_progress", word: "Under way" },
  done: { kind: "done", word: "Done" },
  cancelled: { kind: "closed", word: "Cancelled" },
};

/** Everything a bar shows, for those who cannot see it. `range` is the stretch in words. */
export function barWords(row: TimelineRow, range: string): string {
  const parts = [
    row.title,
    range,
    STATE_KINDS[row.state].word.toLowerCase(),
    row.progress.total > 0
      ? `${row.progress.done} of ${countOf(row.progress.total, "deliverable")} proved`
      : null,
    slipWords(row.slipDays),
    row.critical ? "on the critical path" : null,
  ];
  return parts.flatMap((part) => part ?? []).join(", ");
}
