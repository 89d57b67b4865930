import { defineSubscriber } from "#kernel/events/event.ts";
import { judgeDeliverables } from "#modules/playbook/commands/judge-deliverables.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { wayOutOf } from "#modules/playbook/rules/evidence/describe-loss.ts";

/**
 * When something that proves changes, the deliverables bound to its kind are judged. Which events those are, the
 * registry of kinds says: no module is known here.
 */
export const judgeChangedEvidence = defineSubscriber({
  name: "playbook.judge_changed_evidence",
  events: ["*"],
  handle: async (event, context) => {
    const kinds = context.evidence
      .list()
      .filter(({ changedBy }) => changedBy.includes(event.name))
      .map(({ kind }) => kind);
    if (kinds.length === 0) return;
    const plan = await findActivePlan(context.tx);
    if (plan) await judgeDeliverables(context, { planId: plan.id, kinds }, wayOutOf(event.name));
  },
});
