/** Local days, half-open. */
export interface LocalPeriod {
  startsOn: string;
  endsOn: string;
}

/**
 * What the usage of an account is counted by: the periods its subscription was billed for, earliest first, and the day of
 * the month these are anchored to. No periods: calendar months of the zone.
 */
export interface UsageCalendar {
  zone: string;
  anchorDay: number | null;
  periods: readonly LocalPeriod[];
}

/** The period an event is counted in. `fromAt` and `untilAt` are its first instant and the first after it. */
export interface UsagePeriod extends LocalPeriod {
  zone: string;
  fromAt: Temporal.Instant;
  untilAt: Temporal.Instant;
}

type Day = Temporal.PlainDate;
const isBefore = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0;

const firstInstant = (day: Day, zone: string): Temporal.Instant => day.toZonedDateTime(zone).toInstant();

/** Local days with their instants; a day begins where its zone says, also where midnight is skipped. */
export const withInstants = (period: LocalPeriod, zone: string): UsagePeriod => ({
  ...period,
  zone,
  fromAt: firstInstant(Temporal.PlainDate.from(period.startsOn), zone),
  untilAt: firstInstant(Temporal.PlainDate.from(period.endsOn), zone),
});

function calendarMonth(day: Day, zone: string): UsagePeriod {
  const first = day.with({ day: 1 });
  return withInstants({ startsOn: first.toString(), endsOn: first.add({ months: 1 }).toString() }, zone);
}

/** Month number `index` of what began on a day; the first begins there, the others on the anchor's day of the month. */
function monthStart(start: Day, anchorDay: number, index: number): Day {
  if (index === 0) return start;
  const month = start.with({ day: 1 }).add({ months: index });
  return month.with({ day: Math.min(anchorDay, month.daysInMonth) });
}

/** The month of a billed period that a day falls in: a year has twelve, a month one. `end` cuts the last. */
function monthWithin(start: Day, end: Day | null, day: Day, anchorDay: number): LocalPeriod {
  let index = (day.year - start.year) * 12 + day.month - start.month;
  if (isBefore(day, monthStart(start, anchorDay, index))) index -= 1;
  const next = monthStart(start, anchorDay, index + 1);
  const endsOn = end && isBefore(end, next) ? end : next;
  return { startsOn: monthStart(start, anchorDay, index).toString(), endsOn: endsOn.toString() };
}

/**
 * The period in which an instant is counted: a month of the subscription, so that a quota of so many a month means the
 * same in a yearly plan. A day after the last billed period belongs to the one that will follow it; a day before the first,
 * and every day without a subscription, to its calendar month.
 */
export function usagePeriodAt(calendar: UsageCalendar, at: Temporal.Instant): UsagePeriod {
  const { zone, periods } = calendar;
  const day = at.toZonedDateTimeISO(zone).toPlainDate();
  const iso = day.toString();
  const last = periods.at(-1);
  const billed =
    // A plan of another rhythm begins within a period that was billed: the one that began last counts.
    periods.findLast(({ startsOn, endsOn }) => startsOn <= iso && iso < endsOn) ??
    (last && last.endsOn <= iso ? { startsOn: last.endsOn, endsOn: null } : undefined);
  if (!billed) return calendarMonth(day, zone);
  const start = Temporal.PlainDate.from(billed.startsOn);
  const end = billed.endsOn === null ? null : Temporal.PlainDate.from(billed.endsOn);
  return withInstants(monthWithin(start, end, day, calendar.anchorDay ?? start.day), zone);
}
