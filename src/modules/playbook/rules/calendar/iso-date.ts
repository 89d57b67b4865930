const EPOCH = Temporal.PlainDate.from("1970-01-01");

/** Calendar date without a time or zone, "2027-01-04". The zone is the caller's. */
export type IsoDate = string;

/** Parses an ISO date; throws RangeError when it is not one. */
export function toPlainDate(date: IsoDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(date, { overflow: "reject" });
}

/** Writes a date the way every rule takes it in and gives it out. */
export function toIsoDate(date: Temporal.PlainDate): IsoDate {
  return date.toString({ calendarName: "never" });
}

/** Days since 1970-01-01, negative before. Rules that compare thousands of dates count in these. */
export function toDayNumber(date: IsoDate | Temporal.PlainDate): number {
  return EPOCH.until(typeof date === "string" ? toPlainDate(date) : date, { largestUnit: "day" }).days;
}

/** The date that is so many days after 1970-01-01. */
export function fromDayNumber(day: number): IsoDate {
  return toIsoDate(EPOCH.add({ days: day }));
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  if (from === to) return 0;
  return toPlainDate(from).until(toPlainDate(to), { largestUnit: "day" }).days;
}

/** The date so many calendar days later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return toIsoDate(toPlainDate(date).add({ days }));
}

/** Last day inside a half-open span: what people call the due date of something planned [start, end). */
export function lastDayBefore(end: IsoDate): IsoDate {
  return addDays(end, -1);
}

/** The later of two dates. ISO dates of years 0 to 9999 order as text. */
export function laterOf(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}
