import type { QuizSettings } from "#modules/academy/contract/quiz.ts";

/** What the network may take: answers that arrive this long after the deadline still count. */
export const GRACE_MS = 10_000;

/** What a student has done at a quiz so far, void attempts left out, and what staff gave beyond its rules. */
export interface AttemptFacts {
  attempts: number;
  lastFinishedAt: Temporal.Instant | null;
  extraAttempts: number;
  extraMinutes: number;
}

/** How many more attempts there may be; null: any number. */
export const attemptsLeft = (
  { attempts: allowed }: Pick<QuizSettings, "attempts">,
  { attempts, extraAttempts }: Pick<AttemptFacts, "attempts" | "extraAttempts">,
): number | null => (allowed === null ? null : Math.max(0, allowed + extraAttempts - attempts));

/** When the next attempt may begin; null: at once. An hour is an hour, whatever clocks are set to. */
export function nextAttemptAt(
  { retakeAfterHours }: Pick<QuizSettings, "retakeAfterHours">,
  { lastFinishedAt }: Pick<AttemptFacts, "lastFinishedAt">,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (!lastFinishedAt || retakeAfterHours === 0) return null;
  const opens = lastFinishedAt.add({ hours: retakeAfterHours });
  return Temporal.Instant.compare(opens, now) > 0 ? opens : null;
}

/** Until when answers are taken of an attempt that begins at an instant; null: without a limit. */
export const deadlineOf = (
  { timeLimitMinutes }: Pick<QuizSettings, "timeLimitMinutes">,
  extraMinutes: number,
  startedAt: Temporal.Instant,
): Temporal.Instant | null =>
  timeLimitMinutes === null ? null : startedAt.add({ minutes: timeLimitMinutes + extraMinutes });

/** Whether the time of an attempt is over, the grace for the network included. */
export const isTimeOver = (deadlineAt: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  deadlineAt !== null && Temporal.Instant.compare(now, deadlineAt.add({ milliseconds: GRACE_MS })) > 0;

/** What is left of the time, in milliseconds; null: there is no limit. */
export const remainingMs = (deadlineAt: Temporal.Instant | null, now: Temporal.Instant): number | null =>
  deadlineAt === null ? null : Math.max(0, deadlineAt.epochMilliseconds - now.epochMilliseconds);

/**
 * Whether the student may see what was right in a question. `after_last_attempt`: once no attempt is left, so never where
 * there is no limit of attempts. While another attempt at the same quiz is open nothing of an earlier one is shown: it may
 * ask the same.
 */
export function showsFeedback(
  feedback: QuizSettings["feedback"],
  state: { isFinished: boolean; isLocked: boolean; isAnotherOpen: boolean; attemptsLeft: number | null },
): boolean {
  if (feedback === "never" || state.isAnotherOpen) return false;
  if (feedback === "immediately" && state.isLocked) return true;
  if (feedback === "after_last_attempt") return state.isFinished && state.attemptsLeft === 0;
  return state.isFinished;
}
