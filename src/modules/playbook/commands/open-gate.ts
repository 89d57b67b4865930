import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { announceChanges } from "#modules/playbook/commands/announce-changes.ts";
import { judgeCriteria } from "#modules/playbook/commands/judging.ts";
import { GateOpened } from "#modules/playbook/events.ts";
import { companyToday, decideGate, gateCriteria, gateWaivers } from "#modules/playbook/queries/gate-facts.ts";

interface GateRow {
  id: string;
  planId: string;
  phaseId: string;
  phase: string;
  opensPhaseId: string | null;
  openedAt: string | null;
  earlierClosed: boolean;
}

/** Locks a gate. Errors: `playbook.gate_not_found`. */
export async function lockGate(tx: Tx, gateId: string): Promise<GateRow> {
  const gate = await firstRow<GateRow>(
    tx,
    sql`SELECT g.id, g.plan_id AS "planId", g.phase_id AS "phaseId", p.text AS phase, g.opens_phase_id AS "opensPhaseId",
               g.opened_at AS "openedAt", EXISTS (
                 SELECT 1 FROM playbook.gate e JOIN playbook.node q ON q.id = e.phase_id AND q.removed_at IS NULL
                 WHERE e.plan_id = g.plan_id AND e.opened_at IS NULL AND q.position < p.position) AS "earlierClosed"
        FROM playbook.gate g JOIN playbook.node p ON p.id = g.phase_id AND p.removed_at IS NULL
        WHERE g.id = ${gateId} FOR UPDATE OF g`,
  );
  if (!gate) throw refuse("not_found", "playbook.gate_not_found", "There is no such gate in the plan.");
  return gate;
}

/**
 * Opens a gate when every criterion is met or validly waived; measured anew at this instant.
 * Errors: `playbook.gate_closed` with the criteria that block it, `playbook.gate_already_open`,
 * `playbook.earlier_gate_closed`, `playbook.gate_without_criteria`.
 */
export const openGate = defineCommand({
  name: "playbook.open_gate",
  title: "Open a gate to the next phase",
  http: "POST /playbook/gates/:gateId/opening",
  access: "playbook:decide",
  confirm: true,
  input: z.object({ gateId: z.uuid(), note: z.string().trim().max(2000).optional() }),
  output: z.object({ gateId: z.uuid(), openedAt: z.string() }),
  load: (tx, { gateId }) => lockGate(tx, gateId),
  run: async (context, gate) => {
    const { tx, now, actor, emit, input } = context;
    if (gate.openedAt) throw refuse("conflict", "playbook.gate_already_open", "This gate is open already.");
    if (gate.earlierClosed)
      throw refuse(
        "conflict",
        "playbook.earlier_gate_closed",
        "An earlier gate is still closed. Open that one first.",
      );
    const ids = (await gateCriteria(tx, [gate.id])).map(({ nodeId }) => nodeId);
    if (ids.length === 0)
      throw refuse(
        "conflict",
        "playbook.gate_without_criteria",
        "This gate has no criteria. Add at least one.",
      );
    await announceChanges(
      context,
      gate.planId,
      await judgeCriteria(tx, context, { planId: gate.planId, nodeIds: ids }, now),
    );
    const criteria = await gateCriteria(tx, [gate.id]);
    const decision = decideGate(criteria, await gateWaivers(tx, [gate.id]), await companyToday(context));
    if (!decision.open) {
      const blocking = decision.blocking.map(({ id, title, state, reason }) => ({
        nodeId: id,
        text: title,
        state,
        reason,
      }));
      const words = blocking.map(({ text, reason }) => `${text}: ${reason}`).join("; ");
      throw refuse(
        "conflict",
        "playbook.gate_closed",
        `The gate stays closed. ${blocking.length} of ${criteria.length} criteria are not met. ${words}.`,
        { data: { blocking } },
      );
    }
    const openedAt = now.toString();
    const person = actorPersonId(actor);
    await tx.execute(
      sql`UPDATE playbook.gate SET opened_at = ${openedAt}, opened_by = ${person} WHERE id = ${gate.id}`,
    );
    await tx.execute(
      sql`INSERT INTO playbook.gate_decision (id, gate_id, decision, decided_at, decided_by, note, facts)
          VALUES (${newId()}, ${gate.id}, 'opened', ${openedAt}, ${person}, ${input.note ?? null},
                  ${JSON.stringify({ criteria, waived: decision.waived })}::jsonb)`,
    );
    await emit(GateOpened, {
      planId: gate.planId,
      gateId: gate.id,
      phaseId: gate.phaseId,
      opensPhaseId: gate.opensPhaseId,
    });
    return { gateId: gate.id, openedAt };
  },
});
