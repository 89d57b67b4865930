import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { AllowanceRef, GiveAllowance } from "#modules/academy/contract/quiz-staff.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";
import { getQuizRow } from "#modules/academy/quizzes/quiz-row.ts";
import { moveDeadline } from "#modules/academy/quizzes/move-deadline.ts";

/**
 * Gives one student more attempts at a quiz, or more time in each; an open attempt gets the time at once. Errors:
 * `academy.enrollment_unknown`, `academy.quiz_unknown`.
 */
export const giveAllowance = defineCommand({
  name: "academy.give_quiz_allowance",
  title: "Give a student more attempts or time",
  http: "POST /academy/enrollments/:enrollmentId/quiz-allowances",
  access: "academy:grade",
  input: GiveAllowance,
  output: AllowanceRef,
  load: (tx, { enrollmentId }) => lockEnrollment(tx, enrollmentId),
  run: async ({ tx, input, now, actor }, enrollment) => {
    const { quizKey, extraAttempts, extraMinutes, reason } = input;
    await getQuizRow(tx, enrollment.curriculum_id, quizKey);
    const allowanceId = newId();
    await tx.execute(
      sql`INSERT INTO academy.quiz_allowance (id, enrollment_id, account_id, quiz_key, extra_attempts, extra_minutes,
            reason, given_by, given_at)
          VALUES (${allowanceId}, ${enrollment.id}, ${enrollment.account_id}, ${quizKey}, ${extraAttempts},
            ${extraMinutes}, ${reason}, ${actorPersonId(actor)}, ${now.toString()})`,
    );
    await moveDeadline(tx, { enrollmentId: enrollment.id, quizKey, minutes: extraMinutes });
    return { allowanceId };
  },
});
