// A receiver that has not answered well once in this time is given up.
const PATIENCE = Temporal.Duration.from({ hours: 72 });

export interface AttemptFacts {
  /** HTTP status of the answer; undefined when there was none. */
  status: number | undefined;
  now: Temporal.Instant;
  /** Since when every try at this endpoint has failed; null when the last went well. */
  failingSince: Temporal.Instant | null;
  /** How long to wait for the next try; undefined when this was the last. */
  wait: Temporal.Duration | undefined;
}

/** What one try means for the delivery and for its endpoint. */
export interface AttemptVerdict {
  status: "delivered" | "pending" | "failed";
  retryAt: Temporal.Instant | null;
  failingSince: Temporal.Instant | null;
  /** Set when the endpoint is to be switched off: why. */
  disable: string | null;
}

/** Judges one try: 2xx is delivered, 410 means the receiver wants no more, anything else is tried again. */
export function judgeAttempt({ status, now, failingSince, wait }: AttemptFacts): AttemptVerdict {
  if (status !== undefined && status >= 200 && status < 300)
    return { status: "delivered", retryAt: null, failingSince: null, disable: null };
  const since = failingSince ?? now;
  if (status === 410)
    return {
      status: "failed",
      retryAt: null,
      failingSince: since,
      disable: "The receiver answered 410 Gone: it wants no more events.",
    };
  const givenUp = Temporal.Instant.compare(now, since.add(PATIENCE)) >= 0;
  const disable = givenUp ? "No delivery has succeeded for 3 days." : null;
  const retryAt = wait && !disable ? now.add(wait) : null;
  return { status: retryAt ? "pending" : "failed", retryAt, failingSince: since, disable };
}
