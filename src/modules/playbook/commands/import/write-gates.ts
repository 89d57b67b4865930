import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { NodeRow } from "#modules/playbook/commands/import/node-rows.ts";

const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/**
 * Puts a gate at the end of every phase, with the phase's numbers as its criteria. A criterion that a person took
 * from a gate does not come back.
 */
export async function writeGates(
  tx: Tx,
  planId: string,
  nodes: readonly NodeRow[],
  now: string,
): Promise<void> {
  const phases = nodes.filter((node) => node.kind === "phase");
  const gates = phases.flatMap((phase, index) =>
    phase.ends_on === null
      ? []
      : [
          {
            id: newId(),
            phase_id: phase.id,
            opens_phase_id: phases[index + 1]?.id ?? null,
            due_on: dayBefore(phase.ends_on),
          },
        ],
  );
  await tx.execute(
    sql`INSERT INTO playbook.gate AS g (id, plan_id, phase_id, opens_phase_id, due_on)
        SELECT id, ${planId}, phase_id, opens_phase_id, due_on
        FROM jsonb_to_recordset(${JSON.stringify(gates)}::jsonb) AS r (id uuid, phase_id uuid, opens_phase_id uuid, due_on date)
        ON CONFLICT (phase_id) DO UPDATE SET opens_phase_id = excluded.opens_phase_id, due_on = excluded.due_on`,
  );
  await tx.execute(
    sql`INSERT INTO playbook.gate_criterion (gate_id, node_id, added_at)
        SELECT g.id, n.id, ${now} FROM playbook.gate g
        JOIN playbook.node n ON n.phase_id = g.phase_id AND n.removed_at IS NULL AND n.kind IN ('criterion', 'kpi')
        JOIN playbook.target t ON t.node_id = n.id AND t.removed_at IS NULL
        WHERE g.plan_id = ${planId} AND g.opened_at IS NULL
        ON CONFLICT (gate_id, node_id) DO NOTHING`,
  );
}
