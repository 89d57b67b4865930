import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { Gate } from "#modules/playbook/rules/schedule/shift-gates.ts";

/** A gate with the work packages of its phase. `due` is its last day in time. */
export interface PlanGate extends Gate {
  phaseId: string;
  openedAt: string | null;
}

/** The gates of a plan in its order: one query. */
export const planGates = (db: Db, planId: string): Promise<PlanGate[]> =>
  rows<PlanGate>(
    db,
    sql`SELECT g.id, g.phase_id AS "phaseId", to_jsonb(g.opened_at) AS "openedAt", g.due_on AS due,
               coalesce('Gate to ' || o.text, 'End of ' || p.text) AS title,
               coalesce((SELECT jsonb_agg(w.id) FROM playbook.node w
                         WHERE w.phase_id = p.id AND w.kind = 'workPackage' AND w.removed_at IS NULL), '[]') AS after
        FROM playbook.gate g
        JOIN playbook.node p ON p.id = g.phase_id AND p.removed_at IS NULL
        LEFT JOIN playbook.node o ON o.id = g.opens_phase_id AND o.removed_at IS NULL
        WHERE g.plan_id = ${planId} ORDER BY p.position`,
  );
