import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { firstRow } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { announceChanges } from "#modules/playbook/commands/announce-changes.ts";
import { judgeCriteria } from "#modules/playbook/commands/judging.ts";
import { ChooseMetric, JudgedCriterion } from "#modules/playbook/contract/measure.ts";
import { getCriterionState } from "#modules/playbook/queries/criterion-state.ts";
import { lockNode } from "#modules/playbook/queries/lock-node.ts";

/** Says which metric measures a number of the plan; the answer to “metric unknown”. Errors: `playbook.no_number`. */
export const chooseMetric = defineCommand({
  name: "playbook.choose_metric",
  title: "Choose the metric that measures a target",
  http: "PUT /playbook/criteria/:nodeId/metric",
  access: "playbook:edit",
  input: ChooseMetric,
  output: JudgedCriterion,
  load: (tx, { nodeId }) => lockNode(tx, nodeId, "criterion", "kpi"),
  run: async (context, node) => {
    const { tx, input, now, actor } = context;
    const person = actorPersonId(actor);
    const target = await firstRow(
      tx,
      sql`UPDATE playbook.target SET metric = ${input.metric}, metric_set_by = ${person}
          WHERE node_id = ${node.id} AND removed_at IS NULL RETURNING id`,
    );
    if (!target)
      throw refuse("conflict", "playbook.no_number", "This line of the plan has no number to measure.");
    await tx.execute(
      sql`UPDATE playbook.question SET answer = ${input.metric ?? "nothing measures it"}, answered_at = ${now.toString()},
            answered_by = ${person}
          WHERE node_id = ${node.id} AND code = 'metric_unknown' AND answered_at IS NULL`,
    );
    await announceChanges(
      context,
      node.planId,
      await judgeCriteria(tx, context, { planId: node.planId, nodeIds: [node.id] }, now),
    );
    return getCriterionState(tx, node.id);
  },
});
