import type { SQL } from "drizzle-orm";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { QuestionBody } from "#modules/academy/contract/question.ts";
import type { Answer } from "#modules/academy/contract/quiz-answer.ts";
import { ATTEMPT, type AttemptRow } from "#modules/academy/quizzes/attempt-row.ts";
import { FULL_PPM, markAnswer } from "#modules/academy/rules/quizzes/mark-answer.ts";
import { isPassing } from "#modules/academy/rules/quizzes/score-attempt.ts";

interface Asked extends AttemptRow {
  student_name: string | null;
  position: number;
  points: number;
  answer: Answer | null;
  awarded_ppm: number;
  all_points: number;
  earned: number;
}

/** What marking anew does to one attempt. */
export interface Remark {
  attempt: AttemptRow;
  studentName: string;
  position: number;
  awardedBefore: number;
  awardedAfter: number;
  scoreBefore: number;
  scoreAfter: number;
  passesBefore: boolean;
  passesAfter: boolean;
}

/** Finished attempts that were asked a question, in any of its versions. */
const readAsked = (db: Db, questionId: string, lock: SQL): Promise<Asked[]> =>
  rows<Asked>(
    db,
    sql`SELECT ${ATTEMPT}, p.name AS student_name, i.position, i.points, i.answer, i.awarded_ppm, t.all_points, t.earned
        FROM academy.quiz_item i JOIN academy.quiz_attempt a ON a.id = i.attempt_id AND a.status = 'finished'
        LEFT JOIN auth.person p ON p.id = a.person_id
        CROSS JOIN LATERAL (SELECT sum(points)::int AS all_points, sum(points::bigint * awarded_ppm)::bigint AS earned
          FROM academy.quiz_item WHERE attempt_id = a.id) t
        WHERE i.question_id = ${questionId} ORDER BY a.id ${lock}`,
  );

function remark(asked: Asked, body: QuestionBody, keepBetter: boolean): Remark {
  const {
    position,
    points,
    answer,
    student_name,
    all_points,
    earned,
    awarded_ppm: before,
    ...attempt
  } = asked;
  const byKey = markAnswer(body, answer);
  const after = keepBetter ? Math.max(before, byKey) : byKey;
  const scoreBefore = attempt.score_ppm ?? 0;
  const scoreAfter =
    Number(all_points) === 0
      ? FULL_PPM
      : Math.floor((Number(earned) + points * (after - before)) / Number(all_points));
  return {
    attempt,
    studentName: student_name ?? "Somebody erased",
    position,
    awardedBefore: before,
    awardedAfter: after,
    scoreBefore,
    scoreAfter,
    passesBefore: attempt.is_passed ?? false,
    passesAfter: isPassing(scoreAfter, attempt.settings.passingPercent),
  };
}

/** What marking a question anew by a key would change: `asked` attempts had it, `changes` get another mark. */
export async function planRemark(
  db: Db,
  { questionId, body, keepBetter }: { questionId: string; body: QuestionBody; keepBetter: boolean },
  lock: SQL = sql``,
): Promise<{ asked: number; changes: Remark[] }> {
  const asked = await readAsked(db, questionId, lock);
  const remarks = asked.map((one) => remark(one, body, keepBetter));
  return { asked: asked.length, changes: remarks.filter((one) => one.awardedAfter !== one.awardedBefore) };
}
