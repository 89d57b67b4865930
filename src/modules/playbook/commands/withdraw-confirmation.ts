import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { announceChanges } from "#modules/playbook/commands/announce-changes.ts";
import { judgeCriteria } from "#modules/playbook/commands/judging.ts";
import { JudgedCriterion } from "#modules/playbook/contract/measure.ts";
import { getCriterionState } from "#modules/playbook/queries/criterion-state.ts";
import { lockNode } from "#modules/playbook/queries/lock-node.ts";

/** Takes a confirmation back; the criterion is open again. Errors: `playbook.not_confirmed`. */
export const withdrawConfirmation = defineCommand({
  name: "playbook.withdraw_confirmation",
  title: "Take a confirmation back",
  http: "DELETE /playbook/criteria/:nodeId/confirmation",
  access: "playbook:edit",
  input: z.object({ nodeId: z.uuid() }),
  output: JudgedCriterion,
  load: (tx, { nodeId }) => lockNode(tx, nodeId, "criterion", "kpi"),
  run: async (context, node) => {
    const { tx, now, actor } = context;
    const withdrawn = await firstRow(
      tx,
      sql`UPDATE playbook.confirmation SET withdrawn_at = ${now.toString()}, withdrawn_by = ${actorPersonId(actor)}
          WHERE node_id = ${node.id} AND withdrawn_at IS NULL RETURNING id`,
    );
    if (!withdrawn) throw refuse("conflict", "playbook.not_confirmed", "This criterion is not confirmed.");
    await announceChanges(
      context,
      node.planId,
      await judgeCriteria(tx, context, { planId: node.planId, nodeIds: [node.id] }, now),
    );
    return getCriterionState(tx, node.id);
  },
});
