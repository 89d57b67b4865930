import type { OpeningRule } from "#modules/academy/contract/content.ts";

/** What decides when a lesson opens for one student. */
export interface OpeningFacts {
  /** When the course began for the student. */
  startedAt: Temporal.Instant;
  /** First day of the student's cohort, a local date; null for who learns alone. */
  cohortStartsOn: Temporal.PlainDate | null;
  /** IANA zone of the student. */
  zone: string;
  completed: ReadonlySet<string>;
  /** What staff decided for this student: an instant, or null for at once. */
  override?: { opensAt: Temporal.Instant | null };
}

/** When a lesson opens. `opensAt` null: no date holds it back. `waitsFor`: keys of lessons to complete first. */
export interface Opening {
  isOpen: boolean;
  opensAt: Temporal.Instant | null;
  waitsFor: string[];
}

const later = (a: Temporal.Instant | null, b: Temporal.Instant): Temporal.Instant =>
  a !== null && Temporal.Instant.compare(a, b) > 0 ? a : b;

/** A local date in the student's zone; where a change of clocks skips midnight, the day's first instant. */
const startOf = (date: Temporal.PlainDate, zone: string): Temporal.Instant =>
  date.toZonedDateTime(zone).toInstant();

function dateOf(rule: OpeningRule, facts: OpeningFacts): Temporal.Instant | null {
  const { zone, cohortStartsOn, startedAt } = facts;
  let opensAt = cohortStartsOn ? startOf(cohortStartsOn, zone) : null;
  if (rule.days)
    opensAt = cohortStartsOn
      ? startOf(cohortStartsOn.add({ days: rule.days }), zone)
      : startedAt.toZonedDateTimeISO(zone).add({ days: rule.days }).toInstant();
  if (rule.onDate) opensAt = later(opensAt, startOf(Temporal.PlainDate.from(rule.onDate), zone));
  return opensAt;
}

/**
 * Whether a lesson is open at an instant. Days are counted by the student's own clock: seven days after 09:00 is 09:00,
 * whatever the clocks did meanwhile. A cohort's lessons open at the first instant of the day.
 */
export function decideOpening(rule: OpeningRule, facts: OpeningFacts, now: Temporal.Instant): Opening {
  if (facts.override) {
    const { opensAt } = facts.override;
    return { isOpen: opensAt === null || Temporal.Instant.compare(opensAt, now) <= 0, opensAt, waitsFor: [] };
  }
  const opensAt = dateOf(rule, facts);
  const waitsFor = (rule.afterLessons ?? []).filter((key) => !facts.completed.has(key));
  const isDue = opensAt === null || Temporal.Instant.compare(opensAt, now) <= 0;
  return { isOpen: isDue && waitsFor.length === 0, opensAt, waitsFor };
}
