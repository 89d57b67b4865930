import { actorPersonId } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MyQuiz, MyQuizRef } from "#modules/academy/contract/quiz-attempts.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { demandLearning, getMyEnrollment } from "#modules/academy/learning/enrollment.ts";
import { demandOpenLesson } from "#modules/academy/learning/openings.ts";
import { readStanding } from "#modules/academy/quizzes/attempt-facts.ts";
import { ATTEMPT, type AttemptRow } from "#modules/academy/quizzes/attempt-row.ts";
import { readCandidates } from "#modules/academy/quizzes/candidates.ts";
import { keptQuiz } from "#modules/academy/quizzes/kept-quiz.ts";
import { attemptsLeft, nextAttemptAt } from "#modules/academy/rules/quizzes/decide-attempt.ts";
import { drawPaper } from "#modules/academy/rules/quizzes/draw-paper.ts";

const readAttempts = (db: Db, enrollmentId: string, quizKey: string): Promise<AttemptRow[]> =>
  rows<AttemptRow>(
    db,
    sql`SELECT ${ATTEMPT} FROM academy.quiz_attempt a
        WHERE a.enrollment_id = ${enrollmentId} AND a.quiz_key = ${quizKey} ORDER BY a.number DESC LIMIT 200`,
  );

const summaryOf = (attempt: AttemptRow) => ({
  attemptId: attempt.id,
  number: attempt.number,
  status: attempt.status,
  startedAt: attempt.started_at,
  finishedAt: attempt.finished_at,
  scorePpm: attempt.score_ppm,
  isPassed: attempt.is_passed,
});

/**
 * A quiz of a course one takes: its rules, and the attempts so far. Errors: `academy.not_enrolled`,
 * `academy.enrollment_closed`, `academy.quiz_unknown`, `academy.lesson_not_open`.
 */
export const getMyQuiz = defineQuery({
  name: "academy.get_my_quiz",
  title: "Show a quiz of my course",
  http: "GET /learn/courses/:course/quizzes/:quizKey",
  access: "customer",
  input: MyQuizRef,
  output: MyQuiz,
  run: async ({ db, input, actor, now, cache }) => {
    const { course, quizKey } = input;
    const enrollment = await getMyEnrollment(db, { courseSlug: course, personId: actorPersonId(actor) });
    demandLearning(enrollment);
    const quiz = await keptQuiz({ db, cache }, enrollment.curriculum_id, quizKey);
    if (quiz.lesson) await demandOpenLesson(db, enrollment, { lessonKey: quiz.lesson.key, now });
    const standing = await readStanding(db, { enrollmentId: enrollment.id, quizKey });
    const attempts = await readAttempts(db, enrollment.id, quizKey);
    const candidates = await readCandidates(db, enrollment.course_id, quiz.sections);
    const scores = attempts
      .filter(({ status }) => status === "finished")
      .map(({ score_ppm }) => score_ppm ?? 0);
    const { settings } = quiz;
    return {
      quizKey,
      title: quiz.title,
      intro: quiz.intro,
      courseTitle: (await getCourse(db, enrollment.course_id)).title,
      lesson: quiz.lesson && { slug: quiz.lesson.slug, title: quiz.lesson.title },
      settings,
      questions: drawPaper(quiz.sections, candidates, { seed: 0, settings }).length,
      timeLimitMinutes:
        settings.timeLimitMinutes === null ? null : settings.timeLimitMinutes + standing.extraMinutes,
      attemptsAllowed: settings.attempts === null ? null : settings.attempts + standing.extraAttempts,
      attemptsLeft: attemptsLeft(settings, standing),
      nextAttemptAt: nextAttemptAt(settings, standing, now)?.toString() ?? null,
      openAttemptId: standing.openAttemptId,
      bestScorePpm: scores.length > 0 ? Math.max(...scores) : null,
      isPassed: attempts.some(({ is_passed, status }) => status === "finished" && is_passed === true),
      attempts: attempts.map(summaryOf),
    };
  },
});
