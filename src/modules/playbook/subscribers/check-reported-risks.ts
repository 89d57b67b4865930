import { defineSubscriber } from "#kernel/events/event.ts";
import { checkRiskTriggers } from "#modules/playbook/commands/check-risk-triggers.ts";
import { ValueReported } from "#modules/playbook/events/plan.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";

/** A value that a person reports raises the risks it watches at once. */
export const checkReportedRisks = defineSubscriber({
  name: "playbook.check_reported_risks",
  events: [ValueReported.name],
  handle: async (event, context) => {
    const plan = await findActivePlan(context.tx);
    const { metric } = ValueReported.payload.parse(event.payload) as { metric: string };
    if (plan) await checkRiskTriggers(context, { planId: plan.id, metric });
  },
});
