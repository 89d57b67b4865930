import { z } from "zod";
import { storePoints } from "#kernel/metrics/series.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { announceChanges } from "#modules/playbook/commands/announce-changes.ts";
import { judgeCriteria, lockJudging } from "#modules/playbook/commands/judging.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";

/** Stores today's point of every live metric and judges every criterion; twice changes nothing. */
export const measurePlan = defineCommand({
  name: "playbook.measure_plan",
  title: "Measure everything and judge the plan now",
  http: "POST /playbook/measuring",
  access: "playbook:edit",
  input: z.object({}),
  output: z.object({ metrics: z.int(), changes: z.int() }),
  run: async (context) => {
    const { tx, now } = context;
    const { zone } = await context.company();
    const metrics = await storePoints(tx, context.metrics, { asOf: now, zone });
    const plan = await findActivePlan(tx);
    if (!plan) return { metrics, changes: 0 };
    await lockJudging(tx, plan.id);
    const changes = await judgeCriteria(tx, context, { planId: plan.id }, now);
    await announceChanges(context, plan.id, changes);
    return { metrics, changes: changes.length };
  },
});
