import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { JudgedCriterion } from "#modules/playbook/contract/measure.ts";

/** How a criterion stands, as last judged. Errors: `playbook.node_not_found`. */
export async function getCriterionState(db: Db, nodeId: string): Promise<z.output<typeof JudgedCriterion>> {
  const row = await firstRow<z.output<typeof JudgedCriterion>>(
    db,
    sql`SELECT node_id AS "nodeId", state, reason FROM playbook.criterion_status WHERE node_id = ${nodeId}`,
  );
  if (!row) throw refuse("not_found", "playbook.node_not_found", "This criterion is not part of the plan.");
  return row;
}
