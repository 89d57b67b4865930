import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** An experiment that is held until the end of the transaction. */
export interface LockedExperiment {
  id: string;
  planId: string;
  title: string;
  ownerId: string | null;
  resultNote: string | null;
  decision: string | null;
}

/** Locks an experiment. Errors: `playbook.experiment_not_found`. */
export async function lockExperiment(tx: Tx, experimentId: string): Promise<LockedExperiment> {
  const experiment = await firstRow<LockedExperiment>(
    tx,
    sql`SELECT id, plan_id AS "planId", title, owner_id AS "ownerId", result_note AS "resultNote", decision
        FROM playbook.experiment WHERE id = ${experimentId} AND removed_at IS NULL FOR UPDATE`,
  );
  if (!experiment)
    throw refuse("not_found", "playbook.experiment_not_found", "This experiment is not here any more.");
  return experiment;
}
