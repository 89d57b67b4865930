/**
 * The instant of a time of day in a zone. Undefined where clocks skip that time; where it comes twice, the first.
 */
export function localStart(local: string, zone: string): Temporal.Instant | undefined {
  const wanted = Temporal.PlainDateTime.from(local);
  const met = wanted.toZonedDateTime(zone, { disambiguation: "earlier" });
  return met.toPlainDateTime().equals(wanted) ? met.toInstant() : undefined;
}
