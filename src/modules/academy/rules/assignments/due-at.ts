/** When work is due: the last day, and the first instant that is late. */
export interface Due {
  on: Temporal.PlainDate;
  at: Temporal.Instant;
}

/**
 * The day so many days after the first, to its end by the clock of the zone. The end is where the next day begins, which
 * is not midnight where clocks change then.
 */
export function dueAt(first: Temporal.PlainDate, dueDays: number, zone: string): Due {
  const on = first.add({ days: dueDays });
  return { on, at: on.add({ days: 1 }).toZonedDateTime(zone).toInstant() };
}
