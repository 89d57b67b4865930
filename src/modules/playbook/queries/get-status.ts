import { z } from "zod";
import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Status } from "#modules/playbook/contract/status.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { currentPhase, listPhases } from "#modules/playbook/queries/current-phase.ts";
import { loadGates } from "#modules/playbook/queries/list-gates.ts";
import { planVariance } from "#modules/playbook/queries/plan-variance.ts";
import { planShares } from "#modules/playbook/queries/shares.ts";
import { targetStatuses } from "#modules/playbook/queries/target-status.ts";

type RiskStatus = z.output<typeof Status>["risks"][number];

const riskRows = (db: Db, planId: string) =>
  rows<RiskStatus>(
    db,
    sql`SELECT n.id, n.text AS title, r.probability, r.impact, r.probability * r.impact AS score,
               coalesce(r.status, 'open') AS status, r.triggered_at IS NOT NULL AS triggered, u.name AS owner
        FROM playbook.node n
        LEFT JOIN playbook.risk r ON r.node_id = n.id
        LEFT JOIN auth.person u ON u.id = n.owner_id
        WHERE n.plan_id = ${planId} AND n.kind = 'risk' AND n.removed_at IS NULL
        ORDER BY score DESC NULLS LAST, n.position`,
  );

export const getStatus = defineQuery({
  name: "playbook.get_status",
  title: "Say where the plan stands",
  http: "GET /playbook/status",
  access: "playbook:read",
  input: z.object({}),
  output: Status,
  run: async (context) => {
    const { db } = context;
    const plan = await getActivePlan(db);
    const { zone } = await context.company();
    const today = localDate(context.now, zone).toString();
    const [phases, gates, targets, shares, variance, risks] = await Promise.all([
      listPhases(db, plan.id),
      loadGates(db, plan.id, today),
      targetStatuses(db, plan.id),
      planShares(db, plan.id),
      planVariance(db, plan, { today, zone }),
      riskRows(db, plan.id),
    ]);
    const phase = currentPhase(phases) ?? null;
    const gate = gates.find(({ phaseId }) => phaseId === phase?.id);
    return {
      asOf: today,
      plan: { id: plan.id, title: plan.title, startOn: plan.startOn },
      phase: phase && {
        id: phase.id,
        title: phase.title,
        number: phase.number,
        startsOn: phase.startsOn,
        endsOn: phase.endsOn,
      },
      gate: {
        id: gate?.gateId ?? null,
        open: Boolean(gate?.openedAt),
        ready: gate?.ready ?? false,
        due: gate?.dueOn ?? null,
        criteria: (gate?.criteria ?? []).map(({ nodeId, text, metric, value, state, reason, waiver }) => ({
          nodeId,
          label: text,
          metric,
          value,
          state,
          reason,
          waived: waiver?.valid ?? false,
        })),
      },
      targets,
      deliverables: shares.deliverables,
      criteria: shares.criteria,
      variance: { days: variance.days, reason: variance.reason },
      risks,
    };
  },
});
