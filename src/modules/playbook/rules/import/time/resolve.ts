import type { Due, Span } from "../types.ts";
import { monthIndex } from "./calendar.ts";
import { bareHeading } from "../words.ts";
import { findBareMonths, findTime, type TimeExpression } from "./expression.ts";

/** What turns calendar months and bare quarters into months of the plan. */
export interface TimeBase {
  /** Month index (see `monthIndex`) of the plan's first month; null when no text names a year. */
  firstMonth: number | null;
  /** The quarter that stands first, for quarters without a year. */
  firstQuarter: number;
  /** The month of the year (1..12) that months without a year are counted from. */
  firstOfYear: number;
}

/**
 * The plan starts with the earliest calendar month that its headings name, or else with the day its file names
 * (`start`, ISO), or else with the first quarter or month that is named without a year.
 */
export function timeBaseOf(headings: readonly string[], start: string | null = null): TimeBase {
  let firstMonth: number | null = null;
  let firstQuarter: number | null = null;
  let firstNamed: number | null = null;
  for (const text of headings) {
    const bracketed = /[([]([^()[\]]{3,40})[)\]]\s*$/u.exec(text)?.[1] ?? "";
    const found = findTime(text) ?? findBareMonths(bareHeading(text)) ?? findBareMonths(bracketed);
    if (found?.calendar) firstMonth = Math.min(firstMonth ?? found.calendar.from, found.calendar.from);
    if (found?.quarters) firstQuarter ??= found.quarters.from;
    if (found?.months) firstNamed ??= found.months.from;
  }
  const named = firstQuarter !== null || firstNamed !== null;
  if (firstMonth === null && start && named) firstMonth = monthOf(start);
  if (firstMonth !== null) return baseFrom(firstMonth);
  return { firstMonth, firstQuarter: firstQuarter ?? 1, firstOfYear: firstNamed ?? 1 };
}

function monthOf(date: string): number {
  return monthIndex(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

function baseFrom(firstMonth: number): TimeBase {
  const firstOfYear = (firstMonth % 12) + 1;
  return { firstMonth, firstQuarter: Math.ceil(firstOfYear / 3), firstOfYear };
}

/** Month 1 as text: "2027-01", or "Q3" where only quarters are named; null where month 1 is just that. */
export function calendarStartOf({ firstMonth, firstQuarter }: TimeBase): string | null {
  if (firstMonth === null) return firstQuarter === 1 ? null : `Q${firstQuarter}`;
  return `${Math.floor(firstMonth / 12)}-${String((firstMonth % 12) + 1).padStart(2, "0")}`;
}

/** Reads what `calendarStartOf` writes; null for anything else. */
export function timeBaseFrom(text: string): TimeBase | null {
  const quarter = /^Q([1-4])$/.exec(text)?.[1];
  if (quarter)
    return { firstMonth: null, firstQuarter: Number(quarter), firstOfYear: Number(quarter) * 3 - 2 };
  const month = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(text);
  if (!month) return null;
  return baseFrom(monthIndex(Number(month[1]), Number(month[2])));
}

export interface Surroundings {
  base: TimeBase;
  /** Span of the phase or period the text stands in. */
  within?: Span | undefined;
  /** The span before this one in the same parent, for "next 30 days". */
  previous?: Span | undefined;
}

/** The expression in units of the plan, or undefined when it cannot be placed. */
export function resolveSpan(found: TimeExpression, around: Surroundings): Span | undefined {
  if (found.span) return anchored(found.span, around.within);
  if (found.calendar) return monthsAfter(found.calendar, around.base.firstMonth);
  if (found.quarters) return quarterMonths(found.quarters, around.base.firstQuarter);
  if (found.months) return namedMonths(found.months, around.base.firstOfYear);
  if (found.next) return following(found.next, around.previous);
  return undefined;
}

function monthsAfter(calendar: { from: number; to: number }, first: number | null): Span | undefined {
  if (first === null || calendar.from < first) return undefined;
  return { unit: "month", from: calendar.from - first + 1, to: calendar.to - first + 1 };
}

function namedMonths(months: { from: number; to: number }, first: number): Span {
  const from = ((months.from - first + 12) % 12) + 1;
  return { unit: "month", from, to: from + ((months.to - months.from + 12) % 12) };
}

function quarterMonths(quarters: { from: number; to: number }, first: number): Span {
  const from = ((quarters.from - first + 4) % 4) * 3 + 1;
  return { unit: "month", from, to: from + (quarters.to - quarters.from) * 3 + 2 };
}

// A negative count is a running total: "60 days" after "30 days" means days 31 to 60.
function following(
  next: { unit: Span["unit"]; count: number },
  previous: Span | undefined,
): Span | undefined {
  const before = previous?.unit === next.unit ? previous.to : 0;
  const to = next.count < 0 ? -next.count : before + next.count;
  return to > before ? { unit: next.unit, from: before + 1, to } : { unit: next.unit, from: 1, to };
}

const WEEKS_PER_MONTH = 4.345;
const DAYS_PER_MONTH = 30.44;

/**
 * Weeks and days under a month count from that month ("Week 1-2" of month 4) unless their numbers only make
 * sense from the start of the plan ("Weeks 9-12" of months 3-4).
 */
function anchored(span: Span, within: Span | undefined): Span {
  if (span.unit === "month" || within?.unit !== "month") return span;
  const perMonth = span.unit === "week" ? WEEKS_PER_MONTH : DAYS_PER_MONTH;
  const months = within.to - within.from + 1;
  if (months === 1 && span.to <= Math.ceil(perMonth) + (span.unit === "day" ? 0 : 0))
    return { ...span, month: within.from };
  const fitsPlan = span.from > (within.from - 1) * perMonth - 1 && span.to <= within.to * perMonth + 1;
  if (fitsPlan) return span;
  return span.to <= Math.ceil(months * perMonth) ? { ...span, month: within.from } : span;
}

/** The last moment of a span. */
export function dueOf(span: Span): Due {
  if (span.unit === "month") return { endOfMonth: span.to };
  const end = span.unit === "week" ? { endOfWeek: span.to } : { endOfDay: span.to };
  return span.month === undefined ? end : { endOfMonth: span.month, ...end };
}
