import { defineCommand } from "#kernel/operation/operation.ts";
import { announceChanges } from "#modules/playbook/commands/announce-changes.ts";
import { checkRiskTriggers } from "#modules/playbook/commands/check-risk-triggers.ts";
import { judgeCriteria, lockJudging } from "#modules/playbook/commands/judging.ts";
import { JudgedMetric, JudgeMetric } from "#modules/playbook/contract/measure.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";

/** Measures one metric now and judges the criteria, KPIs and risks that wait for it; twice changes nothing. */
export const judgeMetric = defineCommand({
  name: "playbook.judge_metric",
  title: "Judge what a metric measures now",
  http: "POST /playbook/metrics/:metric/judging",
  access: "playbook:edit",
  input: JudgeMetric,
  output: JudgedMetric,
  load: async (tx) => {
    const plan = await findActivePlan(tx);
    if (plan) await lockJudging(tx, plan.id);
    return plan;
  },
  run: async (context, plan) => {
    if (!plan) return { changes: [], raised: [] };
    const { tx, now } = context;
    const { metric } = context.input;
    const changes = await judgeCriteria(tx, context, { planId: plan.id, metrics: [metric] }, now);
    await announceChanges(context, plan.id, changes);
    return { changes, raised: await checkRiskTriggers(context, { planId: plan.id, metric }) };
  },
});
