import { formatDate } from "#web/format/date.ts";
import { localDate } from "#web/format/local-date.ts";

/** Where and how a reader sees times: IANA zone, BCP 47 locale. */
export interface Reader {
  zone: string;
  locale: string;
}

/** An instant as the reader's local date and time with its offset: `14 May 2027, 14:05 UTC+2`. */
export function formatInstant(instant: string, reader: Reader): string {
  return `${formatDate(localDate(instant, reader.zone), reader.locale)}, ${formatClock(instant, reader)} ${formatOffset(instant, reader.zone)}`;
}

/** The time of day of an instant, 24 hours: `14:05`. Say the zone beside it. */
export function formatClock(instant: string, { zone, locale }: Reader): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(instant));
}

/** The zone's offset at that instant: `UTC+2`, `UTC−3:30`, `UTC`. Names of zones differ between machines. */
export function formatOffset(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(
    new Date(instant),
  );
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value ?? "UTC";
  return offset.replace("GMT", "UTC").replace("-", "−");
}

/** An instant from near: `just now`, `5 minutes ago`, `in 2 hours`; from a day on, its date and time. */
export function formatAgo(instant: string, now: string, reader: Reader): string {
  const seconds = (Date.parse(instant) - Date.parse(now)) / 1_000;
  const distance = Math.abs(seconds);
  if (distance < 45) return "just now";
  const relative = new Intl.RelativeTimeFormat(reader.locale, { numeric: "always" });
  if (distance < 45 * 60) return relative.format(Math.round(seconds / 60) || Math.sign(seconds), "minute");
  if (distance < 22 * 3_600)
    return relative.format(Math.round(seconds / 3_600) || Math.sign(seconds), "hour");
  return formatInstant(instant, reader);
}
