import { dayNumber } from "#web/format/local-date.ts";

/** How much of a date to write: `14 May`, `14 May 2027`, `Fri 14 May 2027`, `May 2027`. */
export type DateStyle = "short" | "medium" | "full" | "month";

const fields: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: "numeric", month: "short" },
  medium: { day: "numeric", month: "short", year: "numeric" },
  full: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
  month: { month: "short", year: "numeric" },
};

/** A local date (`2027-05-14`) in words of the locale. A date carries no zone and is never shifted. */
export function formatDate(on: string, locale: string, style: DateStyle = "medium"): string {
  return tidy(new Intl.DateTimeFormat(locale, { ...fields[style], timeZone: "UTC" }).format(noon(on)));
}

/** A date without its year while it lies in the year of `today`: what a dense list shows. */
export function formatNearDate(on: string, locale: string, today: string): string {
  return formatDate(on, locale, on.slice(0, 4) === today.slice(0, 4) ? "short" : "medium");
}

/** Two dates, both included, saying year and month once: `3–14 May 2027`. */
export function formatDateRange(from: string, to: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { ...fields.medium, timeZone: "UTC" });
  return tidy(format.formatRange(noon(from), noon(to)));
}

function noon(on: string): Date {
  return new Date((dayNumber(on) + 0.5) * 86_400_000);
}

// Server and browser disagree on which thin or unbreakable space to use, and the page would flicker.
function tidy(text: string): string {
  return text
    .replaceAll(/[\u2009\u202f\u00a0]/gu, " ")
    .replaceAll(" – ", "–")
    .replace(/^(\p{L}+),/u, "$1");
}
