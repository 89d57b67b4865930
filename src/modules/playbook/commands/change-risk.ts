import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { RiskChanged, RiskRaised } from "#modules/playbook/events/risks.ts";
import type { LockedRisk } from "#modules/playbook/queries/lock-risk.ts";
import { riskScore } from "#modules/playbook/rules/risks/score-risk.ts";

type RiskContext = Pick<CommandContext<unknown>, "tx" | "now" | "actor" | "emit">;

/** What is changed and why; `cause` is a sentence for the history. */
export interface RiskChange {
  change: "assessed" | "owned" | "responded" | "trigger_set" | "status" | "triggered";
  cause: string;
  set: Partial<Omit<LockedRisk, "id" | "planId" | "text">>;
}

const snapshot = ({ probability, impact, status, ownerId }: LockedRisk) => ({
  probability,
  impact,
  status,
  ownerId,
});

/** Writes a locked risk with its history and publishes the change. Returns the risk as it is now. */
export async function changeRisk(
  context: RiskContext,
  risk: LockedRisk,
  { change, cause, set }: RiskChange,
): Promise<LockedRisk> {
  const { tx, actor, emit } = context;
  const now = context.now.toString();
  const after: LockedRisk = { ...risk, ...set };
  await tx.execute(
    sql`INSERT INTO playbook.risk AS r (node_id, plan_id, probability, impact, response, response_kind, trigger,
          triggered_at, status, updated_at)
        VALUES (${risk.id}, ${risk.planId}, ${after.probability}, ${after.impact}, ${after.response},
          ${after.responseKind}, ${after.trigger ? JSON.stringify(after.trigger) : null}::jsonb, ${after.triggeredAt},
          ${after.status}, ${now})
        ON CONFLICT (node_id) DO UPDATE SET probability = excluded.probability, impact = excluded.impact,
          response = excluded.response, response_kind = excluded.response_kind, trigger = excluded.trigger,
          triggered_at = excluded.triggered_at, status = excluded.status, updated_at = excluded.updated_at`,
  );
  if (after.ownerId !== risk.ownerId)
    await tx.execute(sql`UPDATE playbook.node SET owner_id = ${after.ownerId} WHERE id = ${risk.id}`);
  await tx.execute(
    sql`INSERT INTO playbook.risk_change (id, node_id, at, by_person_id, cause, was, became)
        VALUES (${newId()}, ${risk.id}, ${now}, ${actorPersonId(actor)}, ${cause},
          ${JSON.stringify(snapshot(risk))}::jsonb, ${JSON.stringify(snapshot(after))}::jsonb)`,
  );
  const { id: riskId, planId, text } = risk;
  const from = riskScore(risk);
  const to = riskScore(after);
  const rose = from !== null && to !== null && to > from;
  if (change === "triggered")
    await emit(RiskRaised, { riskId, planId, text, from, to, cause, byTrigger: true });
  else if (rose) await emit(RiskRaised, { riskId, planId, text, from, to, cause, byTrigger: false });
  else await emit(RiskChanged, { riskId, planId, text, change, cause });
  return after;
}
