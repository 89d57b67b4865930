import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { VoidAttempt, VoidedAttempt } from "#modules/academy/contract/quiz-staff.ts";
import { AttemptVoided } from "#modules/academy/events/quizzes.ts";
import { lockAttempt } from "#modules/academy/quizzes/attempt-row.ts";
import { attemptFacts } from "#modules/academy/quizzes/finish-attempt.ts";
import { recountLesson } from "#modules/academy/quizzes/recount-lesson.ts";

/**
 * Takes an attempt out of what counts, open or finished: neither its score nor its number counts. Its answers stay on
 * record. Errors: `academy.attempt_unknown`, `academy.attempt_void`.
 */
export const voidAttempt = defineCommand({
  name: "academy.void_attempt",
  title: "Make a quiz attempt void",
  http: "POST /academy/attempts/:attemptId/void",
  access: "academy:grade",
  confirm: true,
  input: VoidAttempt,
  output: VoidedAttempt,
  load: (tx, { attemptId }) => lockAttempt(tx, attemptId),
  run: async ({ tx, input, now, actor, emit }, attempt) => {
    if (attempt.status === "void")
      throw refuse("conflict", "academy.attempt_void", "This attempt is void already.");
    await tx.execute(
      sql`UPDATE academy.quiz_attempt SET status = 'void', void_reason = ${input.reason}, voided_at = ${now.toString()},
            voided_by = ${actorPersonId(actor)}, finished_at = coalesce(finished_at, ${now.toString()}),
            finished_by = coalesce(finished_by, 'staff')
          WHERE id = ${attempt.id}`,
    );
    await recountLesson(tx, attempt);
    await emit(AttemptVoided, attemptFacts(attempt));
    return { attemptId: attempt.id, status: "void" as const };
  },
});
