import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { QuestionDetail, QuestionRef } from "#modules/academy/contract/quizzes.ts";
import { draftOf, getQuestionRow } from "#modules/academy/quizzes/question-row.ts";
import { readUsage } from "#modules/academy/quizzes/quiz-usage.ts";

interface Version {
  versionId: string;
  number: number;
  words: string;
  at: string;
  asked: number;
}

const readVersions = (db: Db, questionId: string): Promise<Version[]> =>
  rows<Version>(
    db,
    sql`SELECT v.id AS "versionId", v.number, v.words, to_jsonb(v.created_at) AS at,
          (SELECT count(*)::int FROM academy.quiz_item i JOIN academy.quiz_attempt a ON a.id = i.attempt_id
           WHERE i.version_id = v.id AND a.status = 'finished') AS asked
        FROM academy.question_version v WHERE v.question_id = ${questionId} ORDER BY v.number DESC`,
  );

/** A question with its key, where it is used and its versions. Errors: `academy.question_unknown`. */
export const getQuestion = defineQuery({
  name: "academy.get_question",
  title: "Show a question",
  http: "GET /academy/questions/:questionId",
  access: "academy:read",
  input: QuestionRef,
  output: QuestionDetail,
  run: async ({ db, input: { questionId } }) => {
    const row = await getQuestionRow(db, questionId);
    const [course, usage, versions] = await Promise.all([
      getCourse(db, row.courseId),
      readUsage(db, questionId),
      readVersions(db, questionId),
    ]);
    const { id, courseId, version, versionId, changedAt, archivedAt } = row;
    const about = { id, courseId, courseTitle: course.title, version, versionId, changedAt, archivedAt };
    return { ...draftOf(row), ...about, usage, versions };
  },
});
