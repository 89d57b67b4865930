import { defineCommand } from "#kernel/operation/operation.ts";
import { judgeDeliverables } from "#modules/playbook/commands/judge-deliverables.ts";
import { CheckedEvidence, CheckEvidence } from "#modules/playbook/contract/evidence.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";

/** Judges the next deliverables of the plan anew; call again from `nextId` until it is null. */
export const checkEvidence = defineCommand({
  name: "playbook.check_evidence",
  title: "Check the evidence of all deliverables again",
  http: "POST /playbook/evidence-checks",
  access: "playbook:edit",
  input: CheckEvidence,
  output: CheckedEvidence,
  load: (tx) => findActivePlan(tx),
  run: async (context, plan) => {
    const { afterId, limit } = context.input;
    const outcomes = plan ? await judgeDeliverables(context, { planId: plan.id, afterId, limit }) : [];
    const changed = outcomes.filter(({ proved, was }) => was !== null && proved !== was);
    const nextId = outcomes.length === limit ? (outcomes.at(-1)?.deliverableId ?? null) : null;
    return { checked: outcomes.length, changed, nextId };
  },
});
