import { isInForce, type MeterGrant } from "../usage/quota.ts";

/** How far a sender's clock may be ahead of ours. */
const AHEAD = Temporal.Duration.from({ minutes: 5 });

/** How long events are told apart: a year of a yearly plan, its renewal, and a month for what comes late. */
const TAKEN = Temporal.Duration.from({ hours: 24 * 400 });

/**
 * How long events are kept: a day longer than they are taken, so that one that is forgotten cannot be told again, whatever
 * its sender's clock said and however long its batch took.
 */
const KEPT = TAKEN.add({ hours: 24 });

/** The instants an event that is told now may have happened at; both included. */
export interface TakenWindow {
  from: Temporal.Instant;
  until: Temporal.Instant;
}

export const takenAt = (now: Temporal.Instant): TakenWindow => ({
  from: now.subtract(TAKEN),
  until: now.add(AHEAD),
});

/** Events that came before this instant may be forgotten. */
export const forgottenBefore = (now: Temporal.Instant): Temporal.Instant => now.subtract(KEPT);

/**
 * How an event is taken. `soft`: counted always, because the work was done. `hard`: only within the quota. Without a grant
 * at that instant it is counted softly where there once was a soft one, and else not at all.
 */
export function judgeEvent(
  grants: readonly MeterGrant[] | undefined,
  occurredAt: Temporal.Instant,
  taken: TakenWindow,
): "soft" | "hard" | "not_granted" | "in_future" | "too_old" {
  if (Temporal.Instant.compare(occurredAt, taken.until) > 0) return "in_future";
  if (Temporal.Instant.compare(occurredAt, taken.from) < 0) return "too_old";
  const all = grants ?? [];
  const inForce = all.filter((grant) => isInForce(grant, occurredAt));
  const ruling = inForce.length > 0 ? inForce : all;
  if (ruling.some(({ quota }) => quota === "soft")) return "soft";
  return inForce.length > 0 ? "hard" : "not_granted";
}
