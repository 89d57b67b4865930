import { defineCommand } from "#kernel/operation/operation.ts";
import { changeRisk } from "#modules/playbook/commands/change-risk.ts";
import { checkRiskTriggers } from "#modules/playbook/commands/check-risk-triggers.ts";
import { RiskStanding, SetRiskTrigger } from "#modules/playbook/contract/risks.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { canTend } from "#modules/playbook/policy.ts";
import { lockRisk } from "#modules/playbook/queries/lock-risk.ts";
import { triggerStyle } from "#modules/playbook/queries/trigger-style.ts";
import { describeTrigger } from "#modules/playbook/rules/risks/describe-trigger.ts";
import { riskStanding } from "#modules/playbook/rules/risks/risk-standing.ts";

/** Lets a metric raise a risk by itself, from now on; a level that is passed already raises it at once. */
export const setRiskTrigger = defineCommand({
  name: "playbook.set_risk_trigger",
  title: "Let a metric raise a risk by itself",
  http: "PUT /playbook/risks/:riskId/trigger",
  access: "playbook:report",
  input: SetRiskTrigger,
  output: RiskStanding,
  load: (tx, { riskId }) => lockRisk(tx, riskId),
  allow: canTend,
  run: async (context, risk) => {
    const { tx, input, metrics } = context;
    const { trigger } = input;
    const { currency } = await getActivePlan(tx);
    const cause = trigger
      ? `Watched: ${describeTrigger({ ...trigger, ...triggerStyle(metrics, trigger.metric, currency) })}`
      : "No longer watched";
    await changeRisk(context, risk, { change: "trigger_set", cause, set: { trigger, triggeredAt: null } });
    if (trigger) await checkRiskTriggers(context, { planId: risk.planId, riskIds: [risk.id] });
    return riskStanding(await lockRisk(tx, risk.id));
  },
});
