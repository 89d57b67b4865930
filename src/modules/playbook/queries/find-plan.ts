import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { PlanSummary } from "#modules/playbook/contract/plan.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";

export const findPlan = defineQuery({
  name: "playbook.find_plan",
  title: "Say whether there is a plan, and which",
  http: "GET /playbook/plan",
  access: "playbook:read",
  input: z.object({}),
  output: PlanSummary,
  run: async ({ db }) => {
    const plan = await findActivePlan(db);
    const phases = await rows<{ id: string; title: string }>(
      db,
      sql`SELECT id, text AS title FROM playbook.node
          WHERE plan_id = ${plan?.id ?? null} AND kind = 'phase' AND removed_at IS NULL ORDER BY position`,
    );
    return {
      hasPlan: plan !== undefined,
      planId: plan?.id ?? null,
      title: plan?.title ?? null,
      startOn: plan?.startOn ?? null,
      phases,
    };
  },
});
