import { type IsoDate, toIsoDate, toPlainDate } from "../calendar/iso-date.ts";
import type { Due, Span } from "../import/types.ts";

/** An imported span, or one counted in quarters of the plan. Units `from`..`to` count from 1, both included. */
export type PlanSpan = Omit<Span, "unit"> & { unit: Span["unit"] | "quarter" };

/** Half-open: `end` is the day after the last day. */
export type DateSpan = { start: IsoDate; end: IsoDate };

type Days = { start: Temporal.PlainDate; end: Temporal.PlainDate };

/**
 * Turns plan offsets into dates. Month n is [start + n−1 months, start + n months), counted from the plan's start
 * each time, so that a plan that starts on the 31st does not drift. Weeks within a month are days 1–7, 8–14, 15–21
 * and 22 to the end of the month. Throws RangeError for a span that counts backwards or from 0.
 */
export function offsetsToDates(span: PlanSpan, startOn: IsoDate): DateSpan {
  if (!Number.isInteger(span.from) || span.from < 1 || span.to < span.from)
    throw new RangeError(`No dates for ${span.unit} ${span.from} to ${span.to}.`);
  const start = toPlainDate(startOn);
  const { start: first, end } =
    span.month === undefined ? countFrom(start, span) : countWithin(planMonth(start, span.month), span);
  return { start: toIsoDate(first), end: toIsoDate(end) };
}

/** The last day on which something due at that offset is in time. */
export function dueToDate(due: Due, startOn: IsoDate): IsoDate | null {
  if (due.on !== undefined) return due.on;
  const end = endOfOffset(due, toPlainDate(startOn));
  return end === null ? null : toIsoDate(end.subtract({ days: 1 }));
}

function endOfOffset(due: Due, start: Temporal.PlainDate): Temporal.PlainDate | null {
  const { endOfMonth, endOfWeek, endOfDay } = due;
  if (endOfMonth !== undefined) {
    const month = planMonth(start, endOfMonth);
    if (endOfWeek !== undefined)
      return countWithin(month, { unit: "week", from: endOfWeek, to: endOfWeek }).end;
    return month.end;
  }
  if (endOfWeek !== undefined) return start.add({ weeks: endOfWeek });
  return endOfDay === undefined ? null : start.add({ days: endOfDay });
}

function planMonth(start: Temporal.PlainDate, month: number): Days {
  return { start: start.add({ months: month - 1 }), end: start.add({ months: month }) };
}

function countFrom(start: Temporal.PlainDate, { unit, from, to }: PlanSpan): Days {
  if (unit === "quarter")
    return { start: start.add({ months: 3 * (from - 1) }), end: start.add({ months: 3 * to }) };
  if (unit === "month") return { start: start.add({ months: from - 1 }), end: start.add({ months: to }) };
  if (unit === "week") return { start: start.add({ weeks: from - 1 }), end: start.add({ weeks: to }) };
  return { start: start.add({ days: from - 1 }), end: start.add({ days: to }) };
}

/** Week 4 takes the rest of the month; nothing leaves its month, and nothing is empty. */
function countWithin(month: Days, { unit, from, to }: PlanSpan): Days {
  const step = unit === "week" ? 7 : 1;
  const lastDay = month.end.subtract({ days: 1 });
  const start = earlier(month.start.add({ days: step * (from - 1) }), lastDay);
  const end =
    unit === "week" && to >= 4 ? month.end : earlier(month.start.add({ days: step * to }), month.end);
  return { start, end };
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? a : b;
}
