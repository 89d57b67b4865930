import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { QuizSection } from "#modules/academy/contract/quiz.ts";
import type { Candidate } from "#modules/academy/rules/quizzes/draw-paper.ts";

/** The questions of a bank that the sections of a quiz may ask now, by their current versions and without their texts. */
export function readCandidates(
  db: Db,
  courseId: string,
  sections: readonly QuizSection[],
): Promise<Candidate[]> {
  const ids = sections.flatMap(({ questionIds }) => questionIds);
  const tags = sections.flatMap((section) => section.tags);
  return rows<Candidate>(
    db,
    sql`SELECT q.id AS "questionId", v.id AS "versionId", v.kind, v.points, q.tags, v.lists
        FROM academy.question q JOIN academy.question_version v ON v.id = q.version_id
        WHERE q.course_id = ${courseId} AND q.archived_at IS NULL
          AND (q.id = ANY (${sql.param(ids)}::uuid[]) OR q.tags && ${sql.param(tags)}::text[])
        ORDER BY q.created_at, q.id`,
  );
}
