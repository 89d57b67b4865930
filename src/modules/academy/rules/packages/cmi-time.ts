const MS = { hour: 3_600_000, minute: 60_000, second: 1000 };

const whole = (text: string | undefined): number => Number(text ?? 0);

/** Longest session believed: a year. What says more is a fault of the content. */
const LONGEST_MS = 366 * 24 * MS.hour;

/**
 * Milliseconds of a SCORM time: `HHHH:MM:SS.ss` of 1.2 (CMITimespan) or `P1DT2H3M4.5S` of 2004 (ISO 8601, where a month
 * counts 30 days and a year 365, as a duration without a calendar must). 0 for what is neither.
 */
export function cmiTimeMs(text: string): number {
  const [, h, m, s] = /^(\d{1,5}):(\d{1,2}):(\d{1,2}(?:\.\d+)?)$/.exec(text) ?? [];
  if (h !== undefined)
    return Math.min(LONGEST_MS, Math.round(whole(h) * MS.hour + whole(m) * MS.minute + whole(s) * MS.second));
  const iso = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
    text,
  );
  if (!iso) return 0;
  const [, years, months, days, hours, minutes, seconds] = iso;
  const dayCount = whole(years) * 365 + whole(months) * 30 + whole(days);
  const ms =
    (dayCount * 24 + whole(hours)) * MS.hour + whole(minutes) * MS.minute + whole(seconds) * MS.second;
  return Math.min(LONGEST_MS, Math.round(ms));
}

const two = (value: number) => String(value).padStart(2, "0");

/** Milliseconds as SCORM 1.2 writes them: `0001:02:03`. */
export function toCmiTimespan(ms: number): string {
  const seconds = Math.floor(ms / MS.second);
  const hours = Math.floor(seconds / 3600);
  return `${String(hours).padStart(4, "0")}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Milliseconds as SCORM 2004 writes them: `PT1H2M3S`. */
export function toIsoTimespan(ms: number): string {
  const seconds = Math.floor(ms / MS.second);
  return `PT${Math.floor(seconds / 3600)}H${Math.floor(seconds / 60) % 60}M${seconds % 60}S`;
}
