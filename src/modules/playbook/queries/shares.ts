import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { type RollUp, rollUp, sumRollUps } from "#modules/playbook/rules/targets/roll-up.ts";

/** Done of total for deliverables and criteria (KPIs among them); every view takes its percentages from here. */
export interface Shares {
  deliverables: RollUp;
  criteria: RollUp;
}

/** Shares of the whole plan and of each phase, by its id. */
export interface PlanShares extends Shares {
  ofPhase(phaseId: string | undefined): Shares;
}

interface Row {
  phaseId: string | null;
  kind: "deliverables" | "criteria";
  done: number;
  total: number;
}

const NONE = rollUp(0, 0);

/** Counts by phase: totals from the nodes' index alone, what is done from the few that are. */
const shareRows = (db: Db, planId: string) =>
  rows<Row>(
    db,
    sql`SELECT t."phaseId", t.kind, t.total::int AS total, coalesce(d.done, 0)::int AS done FROM (
          SELECT phase_id AS "phaseId", CASE kind WHEN 'deliverable' THEN 'deliverables' ELSE 'criteria' END AS kind,
                 count(*) AS total
          FROM playbook.node
          WHERE plan_id = ${planId} AND removed_at IS NULL AND kind IN ('deliverable', 'criterion', 'kpi')
          GROUP BY 1, 2) t
        LEFT JOIN (
          SELECT n.phase_id AS "phaseId", 'deliverables' AS kind, count(*) AS done
          FROM playbook.deliverable_status s JOIN playbook.node n ON n.id = s.node_id AND n.removed_at IS NULL
          WHERE s.plan_id = ${planId} AND s.proved GROUP BY 1
          UNION ALL
          SELECT n.phase_id, 'criteria', count(*)
          FROM playbook.criterion_status s JOIN playbook.node n ON n.id = s.node_id AND n.removed_at IS NULL
          WHERE s.plan_id = ${planId} AND s.state = 'met' GROUP BY 1) d
          ON d.kind = t.kind AND d."phaseId" IS NOT DISTINCT FROM t."phaseId"`,
  );

/** Counts a whole plan and each of its phases: one query. */
export async function planShares(db: Db, planId: string): Promise<PlanShares> {
  const found = await shareRows(db, planId);
  const pick = (kind: Row["kind"], phaseId?: string): RollUp =>
    sumRollUps(
      found
        .filter((row) => row.kind === kind && (phaseId === undefined || row.phaseId === phaseId))
        .map(({ done, total }) => rollUp(done, total)),
    );
  return {
    deliverables: pick("deliverables"),
    criteria: pick("criteria"),
    ofPhase: (phaseId) =>
      phaseId === undefined
        ? { deliverables: NONE, criteria: NONE }
        : { deliverables: pick("deliverables", phaseId), criteria: pick("criteria", phaseId) },
  };
}
