import { rows, sql } from "#kernel/db/sql.ts";
import { metricValues } from "#kernel/metrics/values.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import type { Services } from "#kernel/services.ts";
import { changeRisk } from "#modules/playbook/commands/change-risk.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { idList } from "#modules/playbook/queries/bindings.ts";
import { lockRisk } from "#modules/playbook/queries/lock-risk.ts";
import { triggerStyle } from "#modules/playbook/queries/trigger-style.ts";
import { evaluateTriggers } from "#modules/playbook/rules/risks/evaluate-triggers.ts";

type TriggerContext = Services & Pick<CommandContext<unknown>, "tx" | "now" | "actor" | "emit">;

/** Which risks of a plan: all that are watched, those named, or those a metric watches. */
export interface TriggerScope {
  planId: string;
  riskIds?: readonly string[];
  metric?: string;
}

/**
 * Holds the values of metrics against the triggers of open risks. A breach raises the risk by itself, with its
 * history; one that ends lowers nothing, a person does that. Returns the risks raised; while the breach lasts,
 * none is raised again.
 */
export async function checkRiskTriggers(
  context: TriggerContext,
  { planId, riskIds, metric }: TriggerScope,
): Promise<string[]> {
  const { tx, now, metrics } = context;
  const watched = await rows<{ id: string; metric: string }>(
    tx,
    sql`SELECT r.node_id AS id, r.trigger->>'metric' AS metric
        FROM playbook.risk r JOIN playbook.node n ON n.id = r.node_id AND n.removed_at IS NULL
        WHERE n.plan_id = ${planId} AND r.status = 'open' AND r.trigger IS NOT NULL
          ${riskIds ? sql`AND r.node_id IN ${idList(riskIds)}` : sql``}
          ${metric ? sql`AND r.trigger->>'metric' = ${metric}` : sql``}
        ORDER BY r.node_id`,
  );
  if (watched.length === 0) return [];
  const { zone } = await context.company();
  const names = watched.map((one) => one.metric);
  const known = await metricValues(tx, metrics, names, { asOf: now, zone });
  const values = Object.fromEntries([...known].map(([name, { value }]) => [name, value]));
  const raised: string[] = [];
  for (const { id } of watched) if (await checkOne(context, id, values)) raised.push(id);
  return raised;
}

async function checkOne(
  context: TriggerContext,
  riskId: string,
  values: Record<string, number | null>,
): Promise<boolean> {
  const { tx, now, metrics } = context;
  const risk = await lockRisk(tx, riskId);
  if (!risk.trigger || risk.status !== "open") return false;
  const { currency } = await getActivePlan(tx);
  const trigger = { ...risk.trigger, ...triggerStyle(metrics, risk.trigger.metric, currency) };
  const { rating, raised, breaches } = evaluateTriggers(risk, [trigger], values);
  const isBreached = breaches.length > 0;
  const wasBreached = risk.triggeredAt !== null;
  // Only the passing of the level raises: who lowers the rating while it stays breached knows why.
  if (raised && !wasBreached) {
    const cause = breaches.map(({ reason }) => reason).join("; ");
    await changeRisk(context, risk, {
      change: "triggered",
      cause,
      set: { ...rating, triggeredAt: now.toString() },
    });
    return true;
  }
  if (isBreached !== wasBreached)
    await tx.execute(
      sql`UPDATE playbook.risk SET triggered_at = ${isBreached ? now.toString() : null} WHERE node_id = ${risk.id}`,
    );
  return false;
}
