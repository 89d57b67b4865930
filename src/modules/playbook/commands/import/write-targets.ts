import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { PlanContent, Target } from "#modules/playbook/rules/import/types.ts";
import type { NodeRow } from "#modules/playbook/commands/import/node-rows.ts";

/** One number per node, the first that something measures; the others are asked about. */
function oneEach(targets: readonly Target[]): Target[] {
  const chosen = new Map<string, Target>();
  for (const target of targets) {
    const before = chosen.get(target.node);
    if (!before || (before.metric === null && target.metric !== null)) chosen.set(target.node, target);
  }
  return [...chosen.values()];
}

/** Writes the numbers to reach. A metric that a person chose stays, as long as the number's words stay. */
export async function writeTargets(
  tx: Tx,
  planId: string,
  reading: PlanContent,
  nodes: ReadonlyMap<string, NodeRow>,
  now: string,
): Promise<void> {
  const targets = oneEach(reading.targets).flatMap((target) => {
    const node = nodes.get(target.node);
    if (!node) return [];
    const { line, raw, op, min, max, unit, currency, window, metric } = target;
    return [
      {
        id: newId(),
        node_id: node.id,
        line,
        raw,
        op,
        min,
        max,
        unit,
        currency,
        window,
        metric,
        due_on: node.due_on,
      },
    ];
  });
  await tx.execute(
    sql`INSERT INTO playbook.target AS t (id, plan_id, node_id, line, raw, op, min, max, unit, currency, "window", metric, due_on)
        SELECT id, ${planId}, node_id, line, raw, op, min, max, unit, currency, "window", metric, due_on
        FROM jsonb_to_recordset(${JSON.stringify(targets)}::jsonb) AS r (
          id uuid, node_id uuid, line int, raw text, op text, min numeric, max numeric, unit text, currency text,
          "window" text, metric text, due_on date)
        ON CONFLICT (node_id) DO UPDATE SET line = excluded.line, raw = excluded.raw, op = excluded.op,
          min = excluded.min, max = excluded.max, unit = excluded.unit, currency = excluded.currency,
          "window" = excluded."window", due_on = excluded.due_on, removed_at = NULL,
          metric = CASE WHEN t.metric_set_by IS NOT NULL AND t.raw = excluded.raw THEN t.metric ELSE excluded.metric END`,
  );
  await tx.execute(
    sql`UPDATE playbook.target SET removed_at = ${now}
        WHERE plan_id = ${planId} AND removed_at IS NULL
          AND NOT node_id = ANY (${sql.param(targets.map((target) => target.node_id))}::uuid[])`,
  );
}

/** Writes what only the owner can answer; what was answered is not asked again. */
export async function writeQuestions(
  tx: Tx,
  planId: string,
  reading: PlanContent,
  nodes: ReadonlyMap<string, NodeRow>,
  now: string,
): Promise<void> {
  // Once a plan is in force its start is known.
  const open = reading.questions.filter(({ code }) => code !== "start_unknown");
  const questions = open.map((question) => ({
    id: newId(),
    node_id: question.node ? (nodes.get(question.node)?.id ?? null) : null,
    code: question.code,
    message: question.message,
    line_from: question.lines[0],
    line_to: question.lines[1],
  }));
  await tx.execute(
    sql`UPDATE playbook.question SET withdrawn_at = ${now}
        WHERE plan_id = ${planId} AND answered_at IS NULL AND withdrawn_at IS NULL`,
  );
  await tx.execute(
    sql`INSERT INTO playbook.question (id, plan_id, node_id, code, message, line_from, line_to, asked_at)
        SELECT r.id, ${planId}, r.node_id, r.code, r.message, r.line_from, r.line_to, ${now}
        FROM jsonb_to_recordset(${JSON.stringify(questions)}::jsonb) AS r (
          id uuid, node_id uuid, code text, message text, line_from int, line_to int)
        WHERE NOT EXISTS (SELECT 1 FROM playbook.question q
          WHERE q.plan_id = ${planId} AND q.node_id IS NOT DISTINCT FROM r.node_id AND q.code = r.code
            AND (r.node_id IS NOT NULL OR q.message = r.message) AND q.answered_at IS NOT NULL)`,
  );
}
