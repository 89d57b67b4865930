const EXTENDED =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const BASIC = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(?:(\d{2})(?:[.,](\d+))?)?(Z|[+-]\d{2}(?:\d{2})?)?$/;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function isDay(year: number, month: number, day: number): boolean {
  const longest = month === 2 && isLeap(year) ? 29 : DAYS[month - 1];
  return longest !== undefined && day >= 1 && day <= longest;
}

/** `-00:00` says that the offset is not known; the specification forbids it in each of its spellings. */
function isOffset(offset: string): boolean {
  if (offset === "Z" || offset === "z") return true;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(3).replace(":", "") || "0")];
  return hours <= 23 && minutes <= 59 && !(offset.startsWith("-") && hours === 0 && minutes === 0);
}

const partsOf = (text: string) => EXTENDED.exec(text) ?? BASIC.exec(text);

/**
 * True for date and time of ISO 8601, extended or basic. `strict` asks for an offset, as RFC 3339 does, and for the
 * extended form alone.
 */
export function isTimestamp(text: string, strict = false): boolean {
  const match = strict ? EXTENDED.exec(text) : partsOf(text);
  if (!match) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  if (!isDay(year, month, day) || hour > 24 || minute > 59 || (second > 60 && match[6])) return false;
  if (hour === 24 && (minute > 0 || second > 0)) return false;
  const offset = match[8];
  return offset === undefined ? !strict : isOffset(offset);
}

const MINUTE_MS = 60_000;

/** Milliseconds since 1970 in UTC, fractions of a millisecond cut off; a time without an offset is taken for UTC. */
export function timestampMs(text: string): number | undefined {
  const match = isTimestamp(text) ? partsOf(text) : null;
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const midnight = Temporal.PlainDate.from({ year, month, day }).toZonedDateTime("UTC").epochMilliseconds;
  const ms = Number((match[7] ?? "").slice(0, 3).padEnd(3, "0"));
  const utc = midnight + (hour * 60 + minute) * MINUTE_MS + second * 1000 + ms;
  const offset = match[8] ?? "Z";
  if (/^z$/i.test(offset)) return utc;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(":", "") || "0");
  return utc - (offset.startsWith("-") ? -1 : 1) * minutes * MINUTE_MS;
}
