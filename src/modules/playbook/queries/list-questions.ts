import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Question } from "#modules/playbook/contract/sources.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";

export const listQuestions = defineQuery({
  name: "playbook.list_questions",
  title: "List what the plan asks of its owner",
  http: "GET /playbook/questions",
  access: "playbook:read",
  input: z.object({ answered: z.boolean().default(false) }),
  output: z.object({ questions: z.array(Question) }),
  run: async ({ db, input }) => {
    const plan = await getActivePlan(db);
    const questions = await rows<z.output<typeof Question>>(
      db,
      sql`SELECT q.id AS "questionId", q.node_id AS "nodeId", q.code, q.message,
                 jsonb_build_array(q.line_from, q.line_to) AS lines, t.raw, n.text, q.asked_at AS "askedAt", q.answer
          FROM playbook.question q
          LEFT JOIN playbook.node n ON n.id = q.node_id
          LEFT JOIN playbook.target t ON t.node_id = q.node_id AND t.removed_at IS NULL
          WHERE q.plan_id = ${plan.id} AND q.withdrawn_at IS NULL AND (q.answered_at IS NOT NULL) = ${input.answered}
          ORDER BY q.line_from LIMIT 500`,
    );
    return {
      questions: questions.map((question) => ({
        ...question,
        askedAt: Temporal.Instant.from(question.askedAt).toString(),
      })),
    };
  },
});
