/** A local time of day as `HH:MM`. */
export type TimeOfDay = string;

const time = (at: TimeOfDay): Temporal.PlainTime => Temporal.PlainTime.from(at);

/** Whether a local time is in quiet hours, which may go over midnight; equal ends are no quiet hours at all. */
export function isQuiet(now: Temporal.PlainTime, quiet: { from: TimeOfDay; until: TimeOfDay }): boolean {
  const [from, until] = [time(quiet.from), time(quiet.until)];
  const compare = Temporal.PlainTime.compare;
  if (compare(from, until) === 0) return false;
  return compare(from, until) < 0
    ? compare(now, from) >= 0 && compare(now, until) < 0
    : compare(now, from) >= 0 || compare(now, until) < 0;
}

export const isAtOrAfter = (now: Temporal.PlainTime, at: TimeOfDay): boolean =>
  Temporal.PlainTime.compare(now, time(at)) >= 0;
