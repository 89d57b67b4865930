import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { personRef } from "#modules/playbook/queries/fragments.ts";
import { provedIn } from "#modules/playbook/queries/proved-in.ts";

/** A phase, a period or a work package as the plan has it. Days are half-open, as planned. */
export interface OutlineNode {
  id: string;
  kind: "phase" | "period" | "workPackage";
  parentId: string | null;
  phaseId: string | null;
  title: string;
  label: string | null;
  startsOn: string | null;
  endsOn: string | null;
  owner: { id: string; name: string } | null;
  status: "planned" | "active" | "done" | "cancelled";
  proved: number;
  deliverables: number;
}

/** Phases, periods and work packages in the order of the plan, with proved deliverables: one query. */
export const planOutline = (db: Db, planId: string): Promise<OutlineNode[]> =>
  rows<OutlineNode>(
    db,
    sql`SELECT n.id, n.kind, n.parent_id AS "parentId", n.phase_id AS "phaseId", n.text AS title, n.label,
               n.starts_on AS "startsOn", n.ends_on AS "endsOn",
               CASE WHEN n.owner_id IS NULL THEN NULL ELSE ${personRef(sql`n.owner_id`)} END AS owner,
               coalesce(w.status, 'planned') AS status, coalesce(p.proved, 0)::int AS proved,
               coalesce(p.total, 0)::int AS deliverables
        FROM playbook.node n
        LEFT JOIN playbook.work_package w ON w.node_id = n.id
        ${provedIn(sql`n.id`)}
        WHERE n.plan_id = ${planId} AND n.kind IN ('phase', 'period', 'workPackage') AND n.removed_at IS NULL
        ORDER BY n.position`,
  );
