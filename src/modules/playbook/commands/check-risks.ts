import { z } from "zod";
import { defineCommand } from "#kernel/operation/operation.ts";
import { checkRiskTriggers } from "#modules/playbook/commands/check-risk-triggers.ts";
import { CheckedRisks } from "#modules/playbook/contract/risks.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";

/** Holds every watched risk against the value its metric has now. */
export const checkRisks = defineCommand({
  name: "playbook.check_risks",
  title: "Check the triggers of all risks now",
  http: "POST /playbook/risk-checks",
  access: "playbook:edit",
  input: z.object({}),
  output: CheckedRisks,
  load: (tx) => findActivePlan(tx),
  run: async (context, plan) => ({
    raised: plan ? await checkRiskTriggers(context, { planId: plan.id }) : [],
  }),
});
