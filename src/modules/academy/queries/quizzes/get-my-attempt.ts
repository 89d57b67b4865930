import { defineQuery } from "#kernel/operation/operation.ts";
import { MyAttempt, MyAttemptRef } from "#modules/academy/contract/quiz-attempts.ts";
import { demandLearning } from "#modules/academy/learning/enrollment.ts";
import { readStanding } from "#modules/academy/quizzes/attempt-facts.ts";
import { isAttemptOver, readItems } from "#modules/academy/quizzes/attempt-row.ts";
import { keptQuiz } from "#modules/academy/quizzes/kept-quiz.ts";
import { getMyAttemptRow } from "#modules/academy/quizzes/my-attempt.ts";
import { showItem } from "#modules/academy/quizzes/show-attempt.ts";
import { attemptsLeft, remainingMs, showsFeedback } from "#modules/academy/rules/quizzes/decide-attempt.ts";

/**
 * An attempt of one's own: what is asked, what was answered, the time left, and after its end the result. What was right
 * comes with it when the quiz's rule on feedback says so. Errors: `academy.attempt_unknown`, `academy.enrollment_closed`.
 */
export const getMyAttempt = defineQuery({
  name: "academy.get_my_attempt",
  title: "Show my quiz attempt",
  http: "GET /learn/attempts/:attemptId",
  access: "customer",
  input: MyAttemptRef,
  output: MyAttempt,
  run: async ({ db, input, actor, now, cache }) => {
    const attempt = await getMyAttemptRow(db, { attemptId: input.attemptId, actor });
    demandLearning({ status: attempt.enrollment_status });
    const quiz = await keptQuiz({ db, cache }, attempt.curriculum_id, attempt.quiz_key);
    const { settings } = attempt;
    const isFinished = attempt.status === "finished";
    const standing = await readStanding(db, { enrollmentId: attempt.enrollment_id, quizKey: quiz.key });
    const left = attemptsLeft(settings, standing);
    const isAnotherOpen = standing.openAttemptId !== null && standing.openAttemptId !== attempt.id;
    const items = await readItems(db, attempt.id);
    const deadline = attempt.deadline_at === null ? null : Temporal.Instant.from(attempt.deadline_at);
    return {
      attemptId: attempt.id,
      courseSlug: attempt.course_slug,
      courseTitle: attempt.course_title,
      quizKey: attempt.quiz_key,
      title: quiz.title,
      lesson: quiz.lesson && { slug: quiz.lesson.slug, title: quiz.lesson.title },
      number: attempt.number,
      status: attempt.status,
      feedback: settings.feedback,
      passingPercent: settings.passingPercent,
      startedAt: attempt.started_at,
      deadlineAt: attempt.deadline_at,
      remainingMs: attempt.status === "open" ? remainingMs(deadline, now) : null,
      isOver: attempt.status === "open" && isAttemptOver(attempt, now),
      finishedAt: attempt.finished_at,
      finishedBy: attempt.finished_by,
      scorePpm: attempt.score_ppm,
      isPassed: attempt.is_passed,
      voidReason: attempt.void_reason,
      attemptsLeft: left,
      isAnotherOpen,
      items: items.map((item) => {
        const isLocked = item.locked_at !== null;
        const mayReview = showsFeedback(settings.feedback, {
          isFinished,
          isLocked,
          isAnotherOpen,
          attemptsLeft: left,
        });
        return showItem(item, { sections: quiz.sections, mayReview });
      }),
    };
  },
});
