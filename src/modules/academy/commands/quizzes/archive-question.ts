import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { QuestionRef, QuestionStanding } from "#modules/academy/contract/quizzes.ts";
import { lockQuestion } from "#modules/academy/quizzes/question-row.ts";

/** Quizzes that name the question and may be taken or published: it would be missing there. */
async function demandUnnamed(tx: Tx, questionId: string): Promise<void> {
  const quizzes = await rows<{ title: string }>(
    tx,
    sql`SELECT DISTINCT z.title FROM academy.quiz z JOIN academy.curriculum c ON c.id = z.curriculum_id
        JOIN academy.question q ON q.course_id = c.course_id AND q.id = ${questionId}
        WHERE c.status IN ('draft', 'published')
          AND z.sections @> ${JSON.stringify([{ questionIds: [questionId] }])}::jsonb
        ORDER BY z.title LIMIT 5`,
  );
  if (quizzes.length > 0)
    throw refuse(
      "conflict",
      "academy.question_used",
      "A quiz names this question. Take it out of the quiz and publish that first, or leave it in the bank.",
      { data: { quizzes: quizzes.map(({ title }) => title) } },
    );
}

/**
 * Takes a question out of pools, lists and new attempts; attempts that asked it keep it. Errors:
 * `academy.question_unknown`, `academy.question_used`.
 */
export const archiveQuestion = defineCommand({
  name: "academy.archive_question",
  title: "Archive a question",
  http: "POST /academy/questions/:questionId/archival",
  access: "academy:write",
  input: QuestionRef,
  output: QuestionStanding,
  load: (tx, { questionId }) => lockQuestion(tx, questionId),
  run: async ({ tx, now }, { id, archivedAt }) => {
    if (!archivedAt) {
      await demandUnnamed(tx, id);
      await tx.execute(sql`UPDATE academy.question SET archived_at = ${now.toString()} WHERE id = ${id}`);
    }
    return { questionId: id, isArchived: true };
  },
});
