/** Why a student may not finish. */
export const RISK_REASONS = ["no_activity", "behind_schedule", "failed_attempts"] as const;
export type RiskReason = (typeof RISK_REASONS)[number];

/** What is looked at. */
export interface RiskFacts {
  startedAt: Temporal.Instant;
  lastActiveAt: Temporal.Instant | null;
  zone: string;
  /** Days a week the student planned to learn; 0: no plan. */
  planDays: number;
  /** How long the course is meant to take; null: as long as one likes. */
  durationDays: number | null;
  lessonsDone: number;
  lessons: number;
  /** Most failed attempts of one quiz that was not passed. */
  failedAttempts: number;
}

// Who plans two days a week or more is missed after one week, anybody else after two.
const SOON_DAYS = 7;
const LATE_DAYS = 14;
// A fifth of the course behind, and not before there was time to begin.
const BEHIND_SHARE = 0.2;
const FAILED = 2;

const daysBetween = (from: Temporal.Instant, until: Temporal.Instant, zone: string): number =>
  from.toZonedDateTimeISO(zone).until(until.toZonedDateTimeISO(zone), { largestUnit: "day" }).days;

function isBehind(facts: RiskFacts, days: number): boolean {
  if (facts.durationDays === null || facts.lessons === 0 || days < SOON_DAYS) return false;
  const expected = Math.min(1, days / facts.durationDays);
  return facts.lessonsDone / facts.lessons < expected - BEHIND_SHARE;
}

/** The reasons why a student is at risk at an instant; none: all is well. Days are the student's own. */
export function judgeRisk(facts: RiskFacts, now: Temporal.Instant): RiskReason[] {
  const lastSeen = facts.lastActiveAt ?? facts.startedAt;
  const isAway = daysBetween(lastSeen, now, facts.zone) >= (facts.planDays >= 2 ? SOON_DAYS : LATE_DAYS);
  const holds: Record<RiskReason, boolean> = {
    no_activity: isAway,
    behind_schedule: isBehind(facts, daysBetween(facts.startedAt, now, facts.zone)),
    failed_attempts: facts.failedAttempts >= FAILED,
  };
  return RISK_REASONS.filter((reason) => holds[reason]);
}
