import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { firstRow } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { announceChanges } from "#modules/playbook/commands/announce-changes.ts";
import { judgeCriteria } from "#modules/playbook/commands/judging.ts";
import { ConfirmCriterion, JudgedCriterion } from "#modules/playbook/contract/measure.ts";
import { getCriterionState } from "#modules/playbook/queries/criterion-state.ts";
import { lockNode } from "#modules/playbook/queries/lock-node.ts";

/**
 * Confirms a criterion that neither a number nor a deliverable answers for.
 * Errors: `playbook.not_for_people` when a metric or a proof decides it, `playbook.already_confirmed`.
 */
export const confirmCriterion = defineCommand({
  name: "playbook.confirm_criterion",
  title: "Confirm a criterion that only a person can judge",
  http: "POST /playbook/criteria/:nodeId/confirmation",
  access: "playbook:edit",
  confirm: true,
  input: ConfirmCriterion,
  output: JudgedCriterion,
  load: (tx, { nodeId }) => lockNode(tx, nodeId, "criterion", "kpi"),
  run: async (context, node) => {
    const { tx, input, now, actor } = context;
    const facts = await firstRow<{ decided: boolean; confirmed: boolean }>(
      tx,
      sql`SELECT (n.completes_id IS NOT NULL OR EXISTS (
                   SELECT 1 FROM playbook.target t WHERE t.node_id = n.id AND t.removed_at IS NULL)) AS decided,
                 EXISTS (SELECT 1 FROM playbook.confirmation c WHERE c.node_id = n.id AND c.withdrawn_at IS NULL) AS confirmed
          FROM playbook.node n WHERE n.id = ${node.id}`,
    );
    if (facts?.decided)
      throw refuse(
        "conflict",
        "playbook.not_for_people",
        "A number or a deliverable decides this criterion; it cannot be confirmed by hand.",
      );
    if (facts?.confirmed)
      throw refuse("conflict", "playbook.already_confirmed", "This criterion is confirmed already.");
    await tx.execute(
      sql`INSERT INTO playbook.confirmation (id, node_id, confirmed_by, confirmed_at, note)
          VALUES (${newId()}, ${node.id}, ${actorPersonId(actor)}, ${now.toString()}, ${input.note})`,
    );
    await announceChanges(
      context,
      node.planId,
      await judgeCriteria(tx, context, { planId: node.planId, nodeIds: [node.id] }, now),
    );
    return getCriterionState(tx, node.id);
  },
});
