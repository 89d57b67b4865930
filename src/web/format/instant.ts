import { formatDate } from "#web/format/date.ts";
import { dayNumber, localDate } from "#web/format/local-date.ts";

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
  const minutes = offsetMinutes(instant, zone);
  if (minutes === 0) return "UTC";
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? "" : `:${String(size % 60).padStart(2, "0")}`;
  return `UTC${minutes < 0 ? "−" : "+"}${Math.floor(size / 60)}${rest}`;
}

// The local clock read as if it were UTC, less the instant itself: machines name offsets in different ways.
function offsetMinutes(instant: string, zone: string): number {
  const at = new Date(instant);
  const format = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  });
  const part = (type: "hour" | "minute") =>
    Number(format.formatToParts(at).find((found) => found.type === type)?.value ?? 0);
  const days = dayNumber(localDate(instant, zone)) - dayNumber(localDate(instant, "UTC"));
  return days * 1_440 + part("hour") * 60 + part("minute") - at.getUTCHours() * 60 - at.getUTCMinutes();
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
