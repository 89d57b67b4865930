import { isInForce, type MeterGrant } from "../usage/quota.ts";

/** How far a sender's clock may be ahead of ours. */
export const AHEAD = Temporal.Duration.from({ minutes: 5 });

/**
 * How an event is taken. `soft`: counted always, because the work was done. `hard`: only within the quota. Without a grant
 * at that instant it is counted softly where there once was a soft one, and else not at all. `latest`: now and `AHEAD`.
 */
export function judgeEvent(
  grants: readonly MeterGrant[] | undefined,
  occurredAt: Temporal.Instant,
  latest: Temporal.Instant,
): "soft" | "hard" | "not_granted" | "in_future" {
  if (Temporal.Instant.compare(occurredAt, latest) > 0) return "in_future";
  const all = grants ?? [];
  const inForce = all.filter((grant) => isInForce(grant, occurredAt));
  const ruling = inForce.length > 0 ? inForce : all;
  if (ruling.some(({ quota }) => quota === "soft")) return "soft";
  return inForce.length > 0 ? "hard" : "not_granted";
}
