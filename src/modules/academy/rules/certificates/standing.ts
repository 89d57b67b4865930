/** How a certificate stands at an instant, and since when. */
export interface StandingFacts {
  status: "valid" | "suspended" | "revoked" | "superseded";
  /** When it last changed. */
  changedAt: Temporal.Instant;
  validUntil: Temporal.Instant | null;
}

/** A valid certificate whose time is over is expired, from that very instant on; whatever else it is comes first. */
export function standingOf({ status, changedAt, validUntil }: StandingFacts, now: Temporal.Instant) {
  const isOver = validUntil !== null && Temporal.Instant.compare(now, validUntil) >= 0;
  return status === "valid" && isOver
    ? ({ standing: "expired", since: validUntil } as const)
    : ({ standing: status, since: changedAt } as const);
}
