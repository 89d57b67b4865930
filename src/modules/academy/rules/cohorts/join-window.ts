/** How long before its start the way into a session opens. */
const EARLY = Temporal.Duration.from({ minutes: 15 });

/** A session as its times decide who comes in. */
export interface SessionTimes {
  startsAt: Temporal.Instant;
  durationMinutes: number;
}

/** When the way in opens, when the session ends, and which of the three it is now; half-open. */
export function joinWindow({ startsAt, durationMinutes }: SessionTimes, now: Temporal.Instant) {
  const opensAt = startsAt.subtract(EARLY);
  const endsAt = startsAt.add({ minutes: durationMinutes });
  const isOver = Temporal.Instant.compare(now, endsAt) >= 0;
  return { opensAt, endsAt, isOver, canJoin: !isOver && Temporal.Instant.compare(now, opensAt) >= 0 };
}
