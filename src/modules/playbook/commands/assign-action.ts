import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { Action, AssignAction } from "#modules/playbook/contract/work.ts";
import { ActionAssigned } from "#modules/playbook/events/work.ts";
import { getAction } from "#modules/playbook/commands/get-action.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { lockNode } from "#modules/playbook/queries/lock-node.ts";
import { lockOpenReview } from "#modules/playbook/queries/lock-review.ts";
import { checkStaffMember } from "#modules/playbook/queries/person-name.ts";

interface About {
  nodeId?: string;
  reviewId?: string;
}

/** The plan the action belongs to; holds its review so that it is not signed without it. */
async function loadPlan(tx: Tx, { nodeId, reviewId }: About): Promise<string> {
  if (reviewId) return (await lockOpenReview(tx, reviewId)).planId;
  if (nodeId) return (await lockNode(tx, nodeId)).planId;
  return (await getActivePlan(tx)).id;
}

/** Agrees on something to do, who does it and by when. Errors: `playbook.review_signed`, `playbook.assignee_unknown`. */
export const assignAction = defineCommand({
  name: "playbook.assign_action",
  title: "Give somebody something to do",
  http: "POST /playbook/actions",
  access: "playbook:edit",
  input: AssignAction,
  output: Action,
  load: (tx, about) => loadPlan(tx, about),
  run: async ({ tx, input, now, actor, emit }, planId) => {
    const { text, assigneeId, dueOn, nodeId = null, reviewId = null } = input;
    if (assigneeId) await checkStaffMember(tx, assigneeId);
    if (nodeId) await lockNode(tx, nodeId);
    const actionId = newId();
    await tx.execute(
      sql`INSERT INTO playbook.action (id, plan_id, review_id, node_id, text, assignee_id, due_on, created_at, created_by)
          VALUES (${actionId}, ${planId}, ${reviewId}, ${nodeId}, ${text}, ${assigneeId}, ${dueOn}, ${now.toString()},
            ${actorPersonId(actor)})`,
    );
    await emit(ActionAssigned, { actionId, planId, text, assigneeId, dueOn, reviewId, nodeId });
    return getAction(tx, actionId);
  },
});
