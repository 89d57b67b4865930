import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** A node as commands see it. */
export interface LockedNode {
  id: string;
  planId: string;
  kind: string;
  text: string;
  phaseId: string | null;
  workPackageId: string | null;
  ownerId: string | null;
  startsOn: string | null;
  endsOn: string | null;
  dueOn: string | null;
}

/** Locks one node of the plan. Errors: `playbook.node_not_found`, also when it is of another kind than asked for. */
export async function lockNode(tx: Tx, nodeId: string, ...kinds: string[]): Promise<LockedNode> {
  const node = await firstRow<LockedNode>(
    tx,
    sql`SELECT id, plan_id AS "planId", kind, text, phase_id AS "phaseId", work_package_id AS "workPackageId",
               owner_id AS "ownerId", starts_on AS "startsOn", ends_on AS "endsOn", due_on AS "dueOn"
        FROM playbook.node WHERE id = ${nodeId} AND removed_at IS NULL FOR UPDATE`,
  );
  if (!node || (kinds.length > 0 && !kinds.includes(node.kind)))
    throw refuse("not_found", "playbook.node_not_found", "This part of the plan is not there any more.");
  return node;
}
