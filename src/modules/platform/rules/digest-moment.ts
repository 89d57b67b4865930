const MORNING = Temporal.PlainTime.from("07:00");

/**
 * Today's digest in a person's zone: the local day, and the instant of its morning (07:00; on days of a clock change
 * the moment the wall clock shows it). Undefined before that instant. What was written after it waits for the next
 * morning.
 */
export function digestMoment(
  now: Temporal.Instant,
  zone: string,
): { on: Temporal.PlainDate; morning: Temporal.Instant } | undefined {
  const on = now.toZonedDateTimeISO(zone).toPlainDate();
  const morning = on.toZonedDateTime({ timeZone: zone, plainTime: MORNING }).toInstant();
  return Temporal.Instant.compare(now, morning) < 0 ? undefined : { on, morning };
}
