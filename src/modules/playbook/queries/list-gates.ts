import { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Gate } from "#modules/playbook/contract/gates.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { companyToday, decideGate, gateCriteria, gateWaivers } from "#modules/playbook/queries/gate-facts.ts";
import { isValidWaiver } from "#modules/playbook/rules/targets/decide-gate.ts";

interface GateRow {
  gateId: string;
  phaseId: string;
  phase: string;
  opensPhaseId: string | null;
  opensPhase: string | null;
  dueOn: string;
  openedAt: string | null;
}

interface DecisionRow {
  gateId: string;
  decision: string;
  decidedAt: string;
  decidedByName: string | null;
  note: string | null;
}

const gateRows = (db: Db, planId: string) =>
  rows<GateRow>(
    db,
    sql`SELECT g.id AS "gateId", g.phase_id AS "phaseId", p.text AS phase, g.opens_phase_id AS "opensPhaseId",
               o.text AS "opensPhase", g.due_on AS "dueOn", g.opened_at AS "openedAt"
        FROM playbook.gate g
        JOIN playbook.node p ON p.id = g.phase_id AND p.removed_at IS NULL
        LEFT JOIN playbook.node o ON o.id = g.opens_phase_id AND o.removed_at IS NULL
        WHERE g.plan_id = ${planId} ORDER BY p.position`,
  );

const decisionRows = (db: Db, planId: string) =>
  rows<DecisionRow>(
    db,
    sql`SELECT d.gate_id AS "gateId", d.decision, d.decided_at AS "decidedAt", u.name AS "decidedByName", d.note
        FROM playbook.gate_decision d JOIN playbook.gate g ON g.id = d.gate_id
        LEFT JOIN auth.person u ON u.id = d.decided_by
        WHERE g.plan_id = ${planId} ORDER BY d.decided_at DESC LIMIT 100`,
  );

/** All gates of a plan with their criteria, waivers and decisions: four queries, however many gates. */
export async function loadGates(db: Db, planId: string, today: string): Promise<z.output<typeof Gate>[]> {
  const gates = await gateRows(db, planId);
  const ids = gates.map(({ gateId }) => gateId);
  // One after the other: `db` may be a transaction, which is one connection.
  const criteria = await gateCriteria(db, ids);
  const waivers = await gateWaivers(db, ids);
  const decisions = await decisionRows(db, planId);
  return gates.map((gate) => {
    const own = criteria.filter(({ gateId }) => gateId === gate.gateId);
    const ownWaivers = waivers.filter(({ gateId }) => gateId === gate.gateId);
    const decision = decideGate(own, ownWaivers, today);
    return {
      ...gate,
      openedAt: gate.openedAt && Temporal.Instant.from(gate.openedAt).toString(),
      ready: own.length > 0 && decision.open,
      met: decision.met,
      criteria: own.map(({ gateId: _, ...criterion }) => {
        const waiver = ownWaivers.findLast(({ criterionId }) => criterionId === criterion.nodeId);
        return {
          ...criterion,
          waiver: waiver
            ? {
                waiverId: waiver.waiverId,
                reason: waiver.reason,
                authorName: waiver.authorName,
                expiresOn: waiver.expiresOn,
                valid: isValidWaiver(waiver, today),
              }
            : null,
        };
      }),
      decisions: decisions
        .filter(({ gateId }) => gateId === gate.gateId)
        .map(({ gateId: _, ...rest }) => ({
          ...rest,
          decidedAt: Temporal.Instant.from(rest.decidedAt).toString(),
        })),
    };
  });
}

export const listGates = defineQuery({
  name: "playbook.list_gates",
  title: "List the gates with their criteria",
  http: "GET /playbook/gates",
  access: "playbook:read",
  input: z.object({}),
  output: z.object({ asOf: z.string(), gates: z.array(Gate) }),
  run: async (context) => {
    const { db } = context;
    const today = await companyToday(context);
    const plan = await findActivePlan(db);
    return { asOf: today, gates: plan ? await loadGates(db, plan.id, today) : [] };
  },
});
