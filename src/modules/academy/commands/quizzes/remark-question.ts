import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { type CommandContext, defineCommand } from "#kernel/operation/operation.ts";
import type { z } from "zod";
import { Remarked, RemarkQuestion } from "#modules/academy/contract/quiz-staff.ts";
import { tellScore } from "#modules/academy/quizzes/finish-attempt.ts";
import { lockQuestion, type QuestionRow } from "#modules/academy/quizzes/question-row.ts";
import { recountLesson } from "#modules/academy/quizzes/recount-lesson.ts";
import { planRemark, type Remark } from "#modules/academy/quizzes/remark.ts";

type Context = CommandContext<z.output<typeof RemarkQuestion>>;

/** Writes what was decided and what it changed: first the record, then marks and scores. */
async function write(context: Context, question: QuestionRow, changes: readonly Remark[]): Promise<string> {
  const { tx, input, now, actor } = context;
  const remarkId = newId();
  const changed = changes.map(({ attempt, studentName: _, ...change }) => ({
    ...change,
    attemptId: attempt.id,
    accountId: attempt.account_id,
  }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS c ("attemptId" uuid, "accountId" uuid,
    position int, "awardedBefore" int, "awardedAfter" int, "scoreBefore" int, "scoreAfter" int, "passesAfter" boolean)`;
  await tx.execute(
    sql`INSERT INTO academy.quiz_remark (id, question_id, version_id, reason, kept_better, attempts, made_at, made_by)
        VALUES (${remarkId}, ${question.id}, ${question.versionId}, ${input.reason}, ${input.keepBetter},
          ${changed.length}, ${now.toString()}, ${actorPersonId(actor)})`,
  );
  await tx.execute(
    sql`INSERT INTO academy.quiz_remark_change (remark_id, attempt_id, account_id, position, awarded_ppm_before,
          awarded_ppm_after, score_ppm_before, score_ppm_after)
        SELECT ${remarkId}::uuid, c."attemptId", c."accountId", c.position, c."awardedBefore", c."awardedAfter",
          c."scoreBefore", c."scoreAfter" FROM ${given}`,
  );
  await tx.execute(
    sql`UPDATE academy.quiz_item i SET awarded_ppm = c."awardedAfter", marked_by_version_id = ${question.versionId}
        FROM ${given} WHERE i.attempt_id = c."attemptId" AND i.position = c.position`,
  );
  await tx.execute(
    sql`UPDATE academy.quiz_attempt a SET score_ppm = c."scoreAfter", is_passed = c."passesAfter"
        FROM ${given} WHERE a.id = c."attemptId"`,
  );
  return remarkId;
}

/**
 * Marks finished attempts anew by the current key of a question, after a wrong key was corrected. Every change is kept
 * with what was before. Errors: `academy.question_unknown`, `academy.question_changed` when the key is not the one that was
 * previewed.
 */
export const remarkQuestion = defineCommand({
  name: "academy.remark_question",
  title: "Mark a question anew in finished attempts",
  http: "POST /academy/questions/:questionId/remark",
  access: "academy:grade",
  confirm: true,
  input: RemarkQuestion,
  output: Remarked,
  load: (tx, { questionId }) => lockQuestion(tx, questionId),
  run: async (context, question) => {
    const { tx, input } = context;
    if (question.version !== input.version)
      throw refuse(
        "conflict",
        "academy.question_changed",
        "Somebody changed this question since you looked. Look at the new preview first.",
        { data: { version: question.version } },
      );
    const { changes } = await planRemark(
      tx,
      { questionId: question.id, body: question.body, keepBetter: input.keepBetter },
      sql`FOR NO KEY UPDATE OF a`,
    );
    const remarkId = await write(context, question, changes);
    for (const { attempt, scoreAfter, scoreBefore } of changes) {
      await tellScore(context, attempt, { scorePpm: scoreAfter, isRemark: true });
      if (scoreAfter < scoreBefore) await recountLesson(tx, attempt);
    }
    return { remarkId, questionId: question.id, changed: changes.length };
  },
});
