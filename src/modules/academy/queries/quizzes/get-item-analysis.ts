import { firstRow, sql } from "#kernel/db/sql.ts";
import type { Db } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { GetItemAnalysis, ItemAnalysis } from "#modules/academy/contract/quiz-staff.ts";
import { chosenAttempts, readChoiceCounts, readItemNumbers } from "#modules/academy/quizzes/item-numbers.ts";
import { tellItem } from "#modules/academy/rules/quizzes/tell-item.ts";

interface Funnel {
  started: number;
  open: number;
  finished: number;
  endedByTime: number;
  passed: number;
  void: number;
}

const readFunnel = (db: Db, courseId: string, quizKey: string): Promise<Funnel | undefined> =>
  firstRow<Funnel>(
    db,
    sql`SELECT count(*)::int AS started, count(*) FILTER (WHERE status = 'open')::int AS open,
          count(*) FILTER (WHERE status = 'finished')::int AS finished,
          count(*) FILTER (WHERE status = 'finished' AND finished_by = 'time')::int AS "endedByTime",
          count(*) FILTER (WHERE status = 'finished' AND is_passed)::int AS passed,
          count(*) FILTER (WHERE status = 'void')::int AS void
        FROM academy.quiz_attempt WHERE course_id = ${courseId} AND quiz_key = ${quizKey}`,
  );

/** How the questions of a quiz work, from attempts that are finished and not void. Errors: `academy.quiz_unknown`. */
export const getItemAnalysis = defineQuery({
  name: "academy.get_item_analysis",
  title: "Show how the questions of a quiz work",
  http: "GET /academy/courses/:courseId/quizzes/:quizKey/analysis",
  access: "academy:read",
  input: GetItemAnalysis,
  output: ItemAnalysis,
  run: async ({ db, input: { courseId, quizKey, count } }) => {
    const quiz = await firstRow<{ title: string }>(
      db,
      sql`SELECT z.title FROM academy.quiz z JOIN academy.curriculum u ON u.id = z.curriculum_id
          WHERE u.course_id = ${courseId} AND z.key = ${quizKey} ORDER BY u.number DESC LIMIT 1`,
    );
    if (!quiz) throw refuse("not_found", "academy.quiz_unknown", "There is no such quiz.");
    const chosen = chosenAttempts({ courseId, quizKey, count });
    const [funnel, mean, items, choices] = await Promise.all([
      readFunnel(db, courseId, quizKey),
      firstRow<{ n: number; mean: number | null }>(
        db,
        sql`WITH chosen AS (${chosen}) SELECT count(*)::int AS n, round(avg(score_ppm))::int AS mean FROM chosen`,
      ),
      readItemNumbers(db, chosen),
      readChoiceCounts(db, chosen),
    ]);
    return {
      quizKey,
      courseId,
      title: quiz.title,
      attempts: mean?.n ?? 0,
      meanScorePpm: mean?.mean ?? null,
      funnel: funnel ?? { started: 0, open: 0, finished: 0, endedByTime: 0, passed: 0, void: 0 },
      items: items.map((item) =>
        tellItem(
          item,
          choices.filter(({ versionId }) => versionId === item.versionId),
        ),
      ),
    };
  },
});
