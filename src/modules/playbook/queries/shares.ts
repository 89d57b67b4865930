import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { type RollUp, rollUp } from "#modules/playbook/rules/targets/roll-up.ts";

/** Done of total for deliverables and criteria; every view takes its percentages from here. */
export interface Shares {
  deliverables: RollUp;
  criteria: RollUp;
}

/** Counts a whole plan, or one phase of it. KPIs count among the criteria. */
export async function planShares(db: Db, planId: string, phaseId?: string): Promise<Shares> {
  const row = await firstRow<{ proved: number; deliverables: number; met: number; criteria: number }>(
    db,
    sql`SELECT count(*) FILTER (WHERE n.kind = 'deliverable' AND d.proved)::int AS proved,
               count(*) FILTER (WHERE n.kind = 'deliverable')::int AS deliverables,
               count(*) FILTER (WHERE n.kind IN ('criterion', 'kpi') AND s.state = 'met')::int AS met,
               count(*) FILTER (WHERE n.kind IN ('criterion', 'kpi'))::int AS criteria
        FROM playbook.node n
        LEFT JOIN playbook.deliverable_status d ON d.node_id = n.id
        LEFT JOIN playbook.criterion_status s ON s.node_id = n.id
        WHERE n.plan_id = ${planId} AND n.removed_at IS NULL AND n.kind IN ('deliverable', 'criterion', 'kpi')
          ${phaseId ? sql`AND n.phase_id = ${phaseId}` : sql``}`,
  );
  return {
    deliverables: rollUp(row?.proved ?? 0, row?.deliverables ?? 0),
    criteria: rollUp(row?.met ?? 0, row?.criteria ?? 0),
  };
}
