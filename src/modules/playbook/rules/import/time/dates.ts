import type { Due, Span } from "../types.ts";

/** Local dates of a span: the first day, and the day after the last. */
export interface DateRange {
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
}

const HALF_MONTH_WEEK = 2;
const DAYS_PER_WEEK = 7;

/**
 * Dates of a span for a plan that starts on a date. Month n is [start + (n-1) months, start + n months). Weeks 1
 * and 2 of a month are its first 14 days, week 3 begins on day 15, and week 4 and later end with the month.
 */
export function spanDates(span: Span, start: Temporal.PlainDate): DateRange {
  if (span.unit === "month")
    return { from: start.add({ months: span.from - 1 }), until: start.add({ months: span.to }) };
  const anchor = span.month === undefined ? start : start.add({ months: span.month - 1 });
  const days = span.unit === "week" ? DAYS_PER_WEEK : 1;
  const from = anchor.add({ days: (span.from - 1) * days });
  const until = anchor.add({ days: span.to * days });
  if (span.month === undefined || span.unit === "day") return { from, until };
  const nextMonth = start.add({ months: span.month });
  return { from: earlier(from, nextMonth), until: endOfWeek(span.to, { until, nextMonth }) };
}

// Week 4 closes the month, so that weeks 3 and 4 reach from day 15 to its last day; week 5 lies in it too.
function endOfWeek(
  week: number,
  { until, nextMonth }: { until: Temporal.PlainDate; nextMonth: Temporal.PlainDate },
): Temporal.PlainDate {
  if (week === 2 * HALF_MONTH_WEEK || week === 2 * HALF_MONTH_WEEK + 1) return nextMonth;
  return until;
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
}

/** The last day on which a due target is still in time; null when it names no time. */
export function dueOn(due: Due, start: Temporal.PlainDate): Temporal.PlainDate | null {
  if (due.on !== undefined) return Temporal.PlainDate.from(due.on);
  const span = spanOfDue(due);
  return span && spanDates(span, start).until.subtract({ days: 1 });
}

function spanOfDue({ endOfMonth, endOfWeek: week, endOfDay }: Due): Span | null {
  const month = endOfMonth === undefined ? {} : { month: endOfMonth };
  if (week !== undefined) return { unit: "week", from: week, to: week, ...month };
  if (endOfDay !== undefined) return { unit: "day", from: endOfDay, to: endOfDay, ...month };
  return endOfMonth === undefined ? null : { unit: "month", from: endOfMonth, to: endOfMonth };
}
