import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { idList } from "#modules/playbook/queries/bindings.ts";

/** Deliverables that are held until the end of the transaction. */
export interface LockedDeliverables {
  planId: string;
  ids: string[];
}

/**
 * Locks deliverables of the plan in force, in the order of their ids so that two callers cannot cross.
 * Errors: `playbook.node_not_found` when one of them is not there.
 */
export async function lockPlanDeliverables(tx: Tx, wanted: readonly string[]): Promise<LockedDeliverables> {
  const ids = [...new Set(wanted)];
  const found = await rows<{ id: string; planId: string }>(
    tx,
    sql`SELECT n.id, n.plan_id AS "planId" FROM playbook.node n
        JOIN playbook.plan p ON p.id = n.plan_id AND p.archived_at IS NULL
        WHERE n.id IN ${idList(ids)} AND n.kind = 'deliverable' AND n.removed_at IS NULL
        ORDER BY n.id FOR NO KEY UPDATE OF n`,
  );
  const planId = found[0]?.planId;
  if (planId === undefined || found.length < ids.length)
    throw refuse(
      "not_found",
      "playbook.node_not_found",
      "This deliverable is not part of the plan any more.",
    );
  return { planId, ids };
}
