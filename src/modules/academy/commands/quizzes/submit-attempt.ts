import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { AttemptResult, MyAttemptRef } from "#modules/academy/contract/quiz-attempts.ts";
import { finishAttempt } from "#modules/academy/quizzes/finish-attempt.ts";
import { getMyAttemptRow } from "#modules/academy/quizzes/my-attempt.ts";

/**
 * Ends an attempt and gives its result; of one that ended before, the result it has. Questions without an answer earn
 * nothing. Errors: `academy.attempt_unknown`, `academy.attempt_void`.
 */
export const submitAttempt = defineCommand({
  name: "academy.submit_attempt",
  title: "Submit a quiz",
  http: "POST /learn/attempts/:attemptId/submission",
  access: "customer",
  input: MyAttemptRef,
  output: AttemptResult,
  run: async (context) => {
    const { tx, input, actor } = context;
    const found = await getMyAttemptRow(
      tx,
      { attemptId: input.attemptId, actor },
      sql`FOR NO KEY UPDATE OF a`,
    );
    if (found.status === "void")
      throw refuse(
        "conflict",
        "academy.attempt_void",
        "This attempt does not count any more. The quiz says what you can do.",
      );
    const attempt = await finishAttempt(context, found);
    return {
      attemptId: attempt.id,
      status: attempt.status,
      scorePpm: attempt.score_ppm,
      isPassed: attempt.is_passed,
      finishedAt: attempt.finished_at,
      finishedBy: attempt.finished_by,
    };
  },
});
