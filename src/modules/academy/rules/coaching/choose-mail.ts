import { isAtOrAfter, isQuiet, type TimeOfDay } from "./local-clock.ts";

export type CoachingMailKind = "day_3" | "day_10" | "reminder" | "nudge";

/** A mail that is due, and the occasion it must not come twice for. */
export interface DueMail {
  kind: CoachingMailKind;
  occasion: string;
}

/** What decides whether a student is written to. */
export interface MailFacts {
  zone: string;
  startedAt: Temporal.Instant;
  lastActiveAt: Temporal.Instant | null;
  /** ISO weekdays; empty: no plan. */
  planDays: readonly number[];
  planAt: TimeOfDay;
  quiet: { from: TimeOfDay; until: TimeOfDay };
  /** Reminders and nudges of the last seven days. */
  sentThisWeek: number;
  /** `kind` or `kind occasion` of everything sent already. */
  sent: ReadonlySet<string>;
  /** The episode of being at risk that no nudge was sent for. */
  openEpisode: string | null;
}

const MOST_A_WEEK = 2;
const FIRST_HOUR = "09:00";
/** The welcome sequence: days after the start, and for how long a mail that was missed still makes sense. */
const SEQUENCE = [
  { kind: "day_10", days: 10, goodForDays: 10 },
  { kind: "day_3", days: 3, goodForDays: 6 },
] as const;

function fromSequence(facts: MailFacts, local: Temporal.ZonedDateTime): DueMail | undefined {
  const begun = facts.startedAt.toZonedDateTimeISO(facts.zone).toPlainDate();
  const days = begun.until(local.toPlainDate(), { largestUnit: "day" }).days;
  const due = SEQUENCE.find(
    ({ kind, days: from, goodForDays }) => days >= from && days < from + goodForDays && !facts.sent.has(kind),
  );
  return due && { kind: due.kind, occasion: "" };
}

function reminder(facts: MailFacts, local: Temporal.ZonedDateTime): DueMail | undefined {
  const today = local.toPlainDate();
  const wasActive = facts.lastActiveAt?.toZonedDateTimeISO(facts.zone).toPlainDate().equals(today) ?? false;
  const isDue =
    facts.planDays.includes(local.dayOfWeek) && isAtOrAfter(local.toPlainTime(), facts.planAt) && !wasActive;
  return isDue && !facts.sent.has(`reminder ${today}`)
    ? { kind: "reminder", occasion: today.toString() }
    : undefined;
}

/**
 * The one mail a student gets now, if any: never in quiet hours, and of reminders and nudges two a week at most. What
 * matters most comes first; the rest waits for the next hour.
 */
export function chooseMail(facts: MailFacts, now: Temporal.Instant): DueMail | undefined {
  const local = now.toZonedDateTimeISO(facts.zone);
  const clock = local.toPlainTime();
  if (isQuiet(clock, facts.quiet)) return undefined;
  const isMorning = isAtOrAfter(clock, FIRST_HOUR);
  const sequence = isMorning ? fromSequence(facts, local) : undefined;
  if (sequence) return sequence;
  if (facts.sentThisWeek >= MOST_A_WEEK) return undefined;
  if (facts.openEpisode !== null && isMorning) return { kind: "nudge", occasion: facts.openEpisode };
  return reminder(facts, local);
}
