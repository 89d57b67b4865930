import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MetricChoices } from "#modules/playbook/contract/measure.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { USUAL_METRICS } from "#modules/playbook/rules/targets/usual-metrics.ts";

type Choice = z.output<typeof MetricChoices>["metrics"][number];

/** What can measure a number of the plan: what modules measure, what plans usually name, what this plan has chosen. */
export const listMetrics = defineQuery({
  name: "playbook.list_metrics",
  title: "List the metrics that can measure a number of the plan",
  http: "GET /playbook/metrics",
  access: "playbook:read",
  input: z.object({}),
  output: MetricChoices,
  run: async ({ db, metrics }) => {
    const plan = await findActivePlan(db);
    const used = await rows<{ key: string; targets: number }>(
      db,
      sql`SELECT metric AS key, count(*)::int AS targets FROM playbook.target
          WHERE plan_id = ${plan?.id ?? null} AND removed_at IS NULL AND metric IS NOT NULL GROUP BY metric`,
    );
    const choices = new Map<string, Choice>();
    const add = (choice: Omit<Choice, "targets">) => {
      if (!choices.has(choice.key)) choices.set(choice.key, { ...choice, targets: 0 });
    };
    for (const { key, title, unit, meaning } of metrics.list())
      add({ key, title, unit, meaning, live: true });
    for (const { key, title, unit } of USUAL_METRICS) add({ key, title, unit, meaning: null, live: false });
    for (const { key, targets } of used) {
      add({ key, title: key, unit: null, meaning: null, live: false });
      const choice = choices.get(key);
      if (choice) choice.targets = targets;
    }
    return { metrics: [...choices.values()].toSorted((a, b) => a.title.localeCompare(b.title, "en")) };
  },
});
