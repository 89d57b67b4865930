import { daysBetween } from "#web/format/local-date.ts";
import { countOf } from "#web/format/plural.ts";

/** A date as seen from today: `today`, `tomorrow`, `yesterday`, `in 44 days`, `3 days ago`. */
export function relativeDays(on: string, today: string): string {
  const days = daysBetween(today, on);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${countOf(days, "day")}` : `${countOf(-days, "day")} ago`;
}

/** A due date as seen from today: `due today`, `due in 5 days`, `2 days late`. */
export function dueDays(on: string, today: string): string {
  const days = daysBetween(today, on);
  return days < 0 ? `${countOf(-days, "day")} late` : `due ${relativeDays(on, today)}`;
}

/** A schedule variance: `on time`, `6 days late`, `2 days early`. Positive is late. */
export function varianceDays(days: number): string {
  if (days === 0) return "on time";
  return days > 0 ? `${countOf(days, "day")} late` : `${countOf(-days, "day")} early`;
}
