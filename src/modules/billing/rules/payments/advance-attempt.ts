/** How far an attempt has come, as `billing.payment_attempt.status` keeps it. */
export type AttemptStatus =
  | "created"
  | "unknown"
  | "requires_action"
  | "pending"
  | "failed"
  | "abandoned"
  | "succeeded";

/**
 * How far each state is. News that arrives late or twice moves nothing back; money that did arrive outdoes what was
 * said of it before.
 */
const DISTANCE: Record<AttemptStatus, number> = {
  created: 0,
  unknown: 1,
  requires_action: 2,
  pending: 3,
  failed: 4,
  abandoned: 4,
  succeeded: 5,
};

/** True while money may still come of an attempt; an invoice has one such at most. */
export const isLive = (status: AttemptStatus): boolean => DISTANCE[status] < DISTANCE.failed;

/** The state an attempt is in once told `told`: never one that lies behind. */
export const advanceAttempt = (known: AttemptStatus, told: AttemptStatus): AttemptStatus =>
  DISTANCE[told] > DISTANCE[known] ? told : known;
