/** Where `now` comes from. Operations get it in their context and never ask the machine. */
export interface Clock {
  now(): Temporal.Instant;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still until told otherwise; for tests and sandbox mode. */
export interface SettableClock extends Clock {
  set(instant: Temporal.Instant): void;
  advance(duration: Temporal.DurationLike): void;
}

/** Makes a settable clock that starts at `start`. */
export function settableClock(start: Temporal.Instant): SettableClock {
  let current = start;
  return {
    now: () => current,
    set: (instant) => {
      current = instant;
    },
    advance: (duration) => {
      current = current.toZonedDateTimeISO("UTC").add(duration).toInstant();
    },
  };
}

/** The local date of an instant in an IANA zone. */
export const localDate = (instant: Temporal.Instant, zone: string): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(zone).toPlainDate();
