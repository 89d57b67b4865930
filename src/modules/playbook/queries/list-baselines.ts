import { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Baseline } from "#modules/playbook/contract/schedule.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { baselinesOf } from "#modules/playbook/queries/baselines.ts";

/** The dates the plan was and is compared with, the latest first. */
export const listBaselines = defineQuery({
  name: "playbook.list_baselines",
  title: "List the baselines of the plan",
  http: "GET /playbook/baselines",
  access: "playbook:read",
  input: z.object({}),
  output: z.object({ baselines: z.array(Baseline) }),
  run: async ({ db }) => ({ baselines: await baselinesOf(db, (await getActivePlan(db)).id) }),
});
