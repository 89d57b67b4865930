import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** An action that is held until the end of the transaction; `signed` when its review cannot change any more. */
export interface LockedAction {
  id: string;
  planId: string;
  text: string;
  assigneeId: string | null;
  dueOn: string | null;
  doneAt: string | null;
  reviewId: string | null;
  nodeId: string | null;
  signed: boolean;
}

/** Locks an action, and its review against being signed meanwhile. Errors: `playbook.action_not_found`. */
export async function lockAction(tx: Tx, actionId: string): Promise<LockedAction> {
  await tx.execute(
    sql`SELECT 1 FROM playbook.review r JOIN playbook.action a ON a.review_id = r.id
        WHERE a.id = ${actionId} FOR SHARE OF r`,
  );
  const action = await firstRow<LockedAction>(
    tx,
    sql`SELECT a.id, a.plan_id AS "planId", a.text, a.assignee_id AS "assigneeId", a.due_on AS "dueOn",
               a.done_at AS "doneAt", a.review_id AS "reviewId", a.node_id AS "nodeId",
               coalesce((SELECT r.signed_at IS NOT NULL FROM playbook.review r WHERE r.id = a.review_id), false) AS signed
        FROM playbook.action a WHERE a.id = ${actionId} FOR UPDATE OF a`,
  );
  if (!action) throw refuse("not_found", "playbook.action_not_found", "This action is not here.");
  return action;
}
