import { defineCommand } from "#kernel/operation/operation.ts";
import { AttemptRef, ClosedAttempt } from "#modules/academy/contract/quiz-staff.ts";
import { isAttemptOver, lockAttempt } from "#modules/academy/quizzes/attempt-row.ts";
import { finishAttempt } from "#modules/academy/quizzes/finish-attempt.ts";

/** Ends an attempt whose time is over and marks what was saved; one that has time is left. Errors: `academy.attempt_unknown`. */
export const closeOverdueAttempt = defineCommand({
  name: "academy.close_overdue_attempt",
  title: "Close a quiz attempt whose time is over",
  http: "POST /academy/attempts/:attemptId/closing",
  access: "academy:grade",
  input: AttemptRef,
  output: ClosedAttempt,
  load: (tx, { attemptId }) => lockAttempt(tx, attemptId),
  run: async (context, attempt) => {
    const isDue = attempt.status === "open" && isAttemptOver(attempt, context.now);
    if (isDue) await finishAttempt(context, attempt);
    return { attemptId: attempt.id, isClosed: isDue };
  },
});
