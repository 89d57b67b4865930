import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { CriterionState } from "#modules/playbook/rules/targets/types.ts";

/** A criterion or KPI with all that decides its state. Days are local to the company. */
export interface CriterionToJudge {
  nodeId: string;
  text: string;
  startsOn: string | null;
  dueOn: string | null;
  completesId: string | null;
  provedAt: string | null;
  proved: boolean | null;
  proofReason: string | null;
  confirmedAt: string | null;
  confirmedBy: string | null;
  target: {
    op: ">=" | ">" | "<=" | "<" | "=" | "between" | "delta";
    min: number | null;
    max: number | null;
    unit: string | null;
    currency: string | null;
    metric: string | null;
  } | null;
  was: CriterionState | null;
  wasMetAt: string | null;
}

/** Which criteria: all of the plan, or those named, or those that a metric measures. */
export interface CriteriaScope {
  planId: string;
  nodeIds?: readonly string[];
  metrics?: readonly string[];
}

function narrowed({ nodeIds, metrics }: CriteriaScope) {
  if (nodeIds) return nodeIds.length > 0 ? sql`AND n.id IN ${nodeIds}` : sql`AND false`;
  if (metrics) return metrics.length > 0 ? sql`AND t.metric IN ${metrics}` : sql`AND false`;
  return sql``;
}

/** Criteria and KPIs in scope, each with its target, proof, confirmation and present state: one query. */
export const criteriaToJudge = (db: Db, scope: CriteriaScope): Promise<CriterionToJudge[]> =>
  rows<CriterionToJudge>(
    db,
    sql`SELECT n.id AS "nodeId", n.text, coalesce(n.starts_on, w.starts_on, f.starts_on) AS "startsOn",
               coalesce(n.due_on, w.due_on, f.due_on) AS "dueOn", n.completes_id AS "completesId",
               d.proved_at AS "provedAt", d.proved, d.reason AS "proofReason",
               c.confirmed_at AS "confirmedAt", c.confirmed_by AS "confirmedBy",
               CASE WHEN t.id IS NULL THEN NULL ELSE jsonb_build_object(
                 'op', t.op, 'min', t.min, 'max', t.max, 'unit', t.unit, 'currency', t.currency, 'metric', t.metric)
               END AS target,
               s.state AS was, s.met_at AS "wasMetAt"
        FROM playbook.node n
        LEFT JOIN playbook.node w ON w.id = n.work_package_id
        LEFT JOIN playbook.node f ON f.id = n.phase_id
        LEFT JOIN playbook.target t ON t.node_id = n.id AND t.removed_at IS NULL
        LEFT JOIN playbook.deliverable_status d ON d.node_id = n.completes_id
        LEFT JOIN playbook.confirmation c ON c.node_id = n.id AND c.withdrawn_at IS NULL
        LEFT JOIN playbook.criterion_status s ON s.node_id = n.id
        WHERE n.plan_id = ${scope.planId} AND n.removed_at IS NULL AND n.kind IN ('criterion', 'kpi')
          ${narrowed(scope)}`,
  );
