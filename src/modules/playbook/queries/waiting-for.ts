import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/**
 * Condition: a link `d` still holds the start of what waits, because the package it comes from (its status row `w`,
 * its proofs) has not got there.
 */
const HOLDS_START = sql`d.removed_at IS NULL AND d.type IN ('FS', 'SS')
  AND CASE WHEN d.type = 'FS' THEN coalesce(w.status, 'planned') IN ('planned', 'active')
           ELSE coalesce(w.status, 'planned') = 'planned' END
  AND NOT EXISTS (
    SELECT 1 FROM playbook.node c LEFT JOIN playbook.deliverable_status s ON s.node_id = c.id
    WHERE c.work_package_id = d.from_id AND c.kind = 'deliverable' AND c.removed_at IS NULL
    HAVING count(*) > 0 AND bool_and(coalesce(s.proved, false)))`;

/** How many unfinished work packages hold the start of one. */
export async function countHolding(db: Db, workPackageId: string): Promise<number> {
  const row = await firstRow<{ holding: number }>(
    db,
    sql`SELECT count(*)::int AS holding FROM playbook.dependency d
        JOIN playbook.node f ON f.id = d.from_id AND f.removed_at IS NULL
        LEFT JOIN playbook.work_package w ON w.node_id = d.from_id
        WHERE d.to_id = ${workPackageId} AND ${HOLDS_START}`,
  );
  return row?.holding ?? 0;
}
