import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";

/** Answers a question in words; a metric is chosen with `playbook.choose_metric`. Errors: `playbook.question_not_found`. */
export const answerQuestion = defineCommand({
  name: "playbook.answer_question",
  title: "Answer a question the plan asks",
  http: "POST /playbook/questions/:questionId/answer",
  access: "playbook:edit",
  input: z.object({ questionId: z.uuid(), answer: z.string().trim().min(1).max(2000) }),
  output: z.object({ questionId: z.uuid() }),
  run: async ({ tx, input, now, actor }) => {
    const answered = await firstRow(
      tx,
      sql`UPDATE playbook.question SET answer = ${input.answer}, answered_at = ${now.toString()},
            answered_by = ${actorPersonId(actor)}
          WHERE id = ${input.questionId} AND answered_at IS NULL AND withdrawn_at IS NULL RETURNING id`,
    );
    if (!answered)
      throw refuse(
        "not_found",
        "playbook.question_not_found",
        "This question is answered already, or the plan asks it no more.",
      );
    return { questionId: input.questionId };
  },
});
