import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { metricValues } from "#kernel/metrics/values.ts";
import { type CommandContext, defineCommand } from "#kernel/operation/operation.ts";
import { showExperiment } from "#modules/playbook/commands/show-experiment.ts";
import { CreateExperiment, Experiment } from "#modules/playbook/contract/experiments.ts";
import { ExperimentCreated } from "#modules/playbook/events/reviews.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { lockNode } from "#modules/playbook/queries/lock-node.ts";
import { checkStaffMember } from "#modules/playbook/queries/person-name.ts";

/** What the metric says now, when nobody said where it started. */
async function startingValue(
  context: CommandContext<unknown>,
  metric: string | null,
): Promise<number | null> {
  if (metric === null) return null;
  const { zone } = await context.company();
  const values = await metricValues(context.tx, context.metrics, [metric], { asOf: context.now, zone });
  return values.get(metric)?.value ?? null;
}

/**
 * Plans an experiment: what is believed, what measures it, from when to when.
 * Errors: `playbook.no_plan_yet`, `playbook.node_not_found`, `playbook.assignee_unknown`.
 */
export const createExperiment = defineCommand({
  name: "playbook.create_experiment",
  title: "Plan an experiment",
  http: "POST /playbook/experiments",
  access: "playbook:edit",
  input: CreateExperiment,
  output: Experiment,
  load: (tx) => getActivePlan(tx),
  run: async (context, plan) => {
    const { tx, input, now, actor, emit } = context;
    const { title, hypothesis, metric, workPackageId, startsOn, endsOn, expectedValue, ownerId } = input;
    if (workPackageId) await lockNode(tx, workPackageId, "workPackage");
    if (ownerId) await checkStaffMember(tx, ownerId);
    const baselineValue = input.baselineValue ?? (await startingValue(context, metric));
    const experimentId = newId();
    await tx.execute(
      sql`INSERT INTO playbook.experiment (id, plan_id, work_package_id, title, hypothesis, metric, starts_on, ends_on,
            baseline_value, expected_value, owner_id, created_at, created_by)
          VALUES (${experimentId}, ${plan.id}, ${workPackageId}, ${title}, ${hypothesis}, ${metric}, ${startsOn},
            ${endsOn}, ${baselineValue}, ${expectedValue}, ${ownerId}, ${now.toString()}, ${actorPersonId(actor)})`,
    );
    await emit(ExperimentCreated, { experimentId, planId: plan.id, title });
    return showExperiment(context, experimentId);
  },
});
