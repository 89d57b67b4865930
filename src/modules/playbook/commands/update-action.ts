import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { getAction } from "#modules/playbook/commands/get-action.ts";
import { Action, UpdateAction } from "#modules/playbook/contract/work.ts";
import { ActionAssigned } from "#modules/playbook/events/work.ts";
import { lockAction } from "#modules/playbook/queries/lock-action.ts";
import { reviewSigned } from "#modules/playbook/queries/lock-review.ts";
import { checkStaffMember } from "#modules/playbook/queries/person-name.ts";

/**
 * Changes what is to be done, who does it or by when. What was agreed in a signed review stays as it was.
 * Errors: `playbook.action_not_found`, `playbook.review_signed`, `playbook.assignee_unknown`.
 */
export const updateAction = defineCommand({
  name: "playbook.update_action",
  title: "Change an action, who does it or by when",
  http: "PATCH /playbook/actions/:actionId",
  access: "playbook:edit",
  input: UpdateAction,
  output: Action,
  load: (tx, { actionId }) => lockAction(tx, actionId),
  run: async ({ tx, input, emit }, action) => {
    if (action.signed) throw reviewSigned();
    const { text = action.text, assigneeId = action.assigneeId, dueOn = action.dueOn } = input;
    if (assigneeId && assigneeId !== action.assigneeId) await checkStaffMember(tx, assigneeId);
    await tx.execute(
      sql`UPDATE playbook.action SET text = ${text}, assignee_id = ${assigneeId}, due_on = ${dueOn}
          WHERE id = ${action.id}`,
    );
    const { id: actionId, planId, reviewId, nodeId } = action;
    if (assigneeId !== action.assigneeId)
      await emit(ActionAssigned, { actionId, planId, text, assigneeId, dueOn, reviewId, nodeId });
    return getAction(tx, actionId);
  },
});
