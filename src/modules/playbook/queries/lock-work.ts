import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { type LockedNode, lockNode } from "#modules/playbook/queries/lock-node.ts";

/** A locked work package with what has really happened to it. `actualEndOn` is the day after the last. */
export interface LockedWork extends LockedNode {
  status: "planned" | "active" | "done" | "cancelled";
  actualStartOn: string | null;
  actualEndOn: string | null;
  deliverables: number;
  proved: number;
}

type Facts = Omit<LockedWork, keyof LockedNode>;

/** Locks one work package. Errors: `playbook.node_not_found`. */
export async function lockWork(tx: Tx, workPackageId: string): Promise<LockedWork> {
  const node = await lockNode(tx, workPackageId, "workPackage");
  const facts = await firstRow<Facts>(
    tx,
    sql`SELECT coalesce(w.status, 'planned') AS status, w.actual_start_on AS "actualStartOn",
               w.actual_end_on AS "actualEndOn", count(d.id)::int AS deliverables,
               count(d.id) FILTER (WHERE s.proved)::int AS proved
        FROM (SELECT 1) one
        LEFT JOIN playbook.work_package w ON w.node_id = ${workPackageId}
        LEFT JOIN playbook.node d ON d.work_package_id = ${workPackageId} AND d.kind = 'deliverable'
          AND d.removed_at IS NULL
        LEFT JOIN playbook.deliverable_status s ON s.node_id = d.id
        GROUP BY w.status, w.actual_start_on, w.actual_end_on`,
  );
  const none: Facts = {
    status: "planned",
    actualStartOn: null,
    actualEndOn: null,
    deliverables: 0,
    proved: 0,
  };
  return { ...node, ...(facts ?? none) };
}
