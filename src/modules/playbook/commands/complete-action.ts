import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { getAction } from "#modules/playbook/commands/get-action.ts";
import { Action, CompleteAction } from "#modules/playbook/contract/work.ts";
import { ActionCompleted } from "#modules/playbook/events/work.ts";
import { canCompleteAction } from "#modules/playbook/policy.ts";
import { lockAction } from "#modules/playbook/queries/lock-action.ts";

/** Ticks an action off, or opens it again; also after its review was signed. Errors: `playbook.action_not_found`. */
export const completeAction = defineCommand({
  name: "playbook.complete_action",
  title: "Tick an action off",
  http: "PUT /playbook/actions/:actionId/completion",
  access: "playbook:read",
  input: CompleteAction,
  output: Action,
  load: (tx, { actionId }) => lockAction(tx, actionId),
  allow: canCompleteAction,
  run: async ({ tx, input, now, actor, emit }, action) => {
    const { id: actionId, planId, text } = action;
    if (input.done !== (action.doneAt !== null)) {
      await tx.execute(
        sql`UPDATE playbook.action SET done_at = ${input.done ? now.toString() : null},
              done_by = ${input.done ? actorPersonId(actor) : null} WHERE id = ${actionId}`,
      );
      if (input.done) await emit(ActionCompleted, { actionId, planId, text });
    }
    return getAction(tx, actionId);
  },
});
