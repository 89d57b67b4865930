/**
 * Dates as pages hold them: ISO text (`2027-05-14`), counted in whole days. Browsers without Temporal run this
 * code too, when a page wakes up; so it counts days itself and leaves clocks and zones to Intl.
 */

const DAY_MS = 86_400_000;

/** Whole days since 1970-01-01; throws a RangeError for text that is no date. */
export function dayNumber(on: string): number {
  const at = Date.parse(`${on}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(on) || Number.isNaN(at) || isoDate(at) !== on)
    throw new RangeError(`No date: ${on}`);
  return at / DAY_MS;
}

/** The date of a count of days since 1970-01-01. */
export function dateOfDay(day: number): string {
  return isoDate(day * DAY_MS);
}

/** Days from one date to another, negative if the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The local date of an instant (ISO 8601) in an IANA zone. */
export function localDate(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    calendar: "iso8601",
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((found) => found.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

function isoDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
