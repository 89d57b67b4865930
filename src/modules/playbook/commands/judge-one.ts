import { judgeDeliverables, type JudgingContext } from "#modules/playbook/commands/judge-deliverables.ts";

/** Judges one deliverable and tells how it stands. */
export async function judgeOne(context: JudgingContext, planId: string, deliverableId: string) {
  const [outcome] = await judgeDeliverables(context, { planId, deliverableIds: [deliverableId] });
  if (!outcome) throw new Error("A locked deliverable was not judged");
  const { proved, reason } = outcome;
  return { deliverableId, proved, reason };
}
