import { actorPersonId } from "#kernel/actor.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { StartAttempt, StartedAttempt } from "#modules/academy/contract/quiz-attempts.ts";
import { demandLearning, lockMyEnrollment } from "#modules/academy/learning/enrollment.ts";
import { demandOpenLesson } from "#modules/academy/learning/openings.ts";
import { keptQuiz } from "#modules/academy/quizzes/kept-quiz.ts";
import { startAttempt } from "#modules/academy/quizzes/start-attempt.ts";

/**
 * Begins an attempt at a quiz, or gives the one that is open: however often and from however many windows it is asked
 * for, there is one. Errors: `academy.not_enrolled`, `academy.enrollment_closed`, `academy.quiz_unknown`,
 * `academy.lesson_not_open`, `academy.no_attempt_left`, `academy.attempt_too_soon`, `academy.quiz_empty`.
 */
export const startMyAttempt = defineCommand({
  name: "academy.start_attempt",
  title: "Start a quiz",
  http: "POST /learn/courses/:course/quizzes/:quizKey/attempts",
  access: "customer",
  input: StartAttempt,
  output: StartedAttempt,
  run: async (context) => {
    const { tx, input, actor, now, cache } = context;
    const enrollment = await lockMyEnrollment(tx, {
      courseSlug: input.course,
      personId: actorPersonId(actor),
    });
    demandLearning(enrollment);
    const { lesson } = await keptQuiz({ db: tx, cache }, enrollment.curriculum_id, input.quizKey);
    if (lesson) await demandOpenLesson(tx, enrollment, { lessonKey: lesson.key, now });
    return startAttempt(context, { enrollment, quizKey: input.quizKey });
  },
});
