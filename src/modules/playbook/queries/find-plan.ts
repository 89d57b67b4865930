import { z } from "zod";
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
    return {
      hasPlan: plan !== undefined,
      planId: plan?.id ?? null,
      title: plan?.title ?? null,
      startOn: plan?.startOn ?? null,
    };
  },
});
