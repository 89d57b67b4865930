import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { showExperiment } from "#modules/playbook/commands/show-experiment.ts";
import { DecideExperiment, Experiment } from "#modules/playbook/contract/experiments.ts";
import { ExperimentDecided } from "#modules/playbook/events/reviews.ts";
import { lockExperiment } from "#modules/playbook/queries/lock-experiment.ts";

/**
 * Decides what follows, once, from a result that was written down.
 * Errors: `playbook.result_needed`, `playbook.experiment_decided`.
 */
export const decideExperiment = defineCommand({
  name: "playbook.decide_experiment",
  title: "Decide what follows from an experiment",
  http: "POST /playbook/experiments/:experimentId/decision",
  access: "playbook:edit",
  confirm: true,
  input: DecideExperiment,
  output: Experiment,
  load: (tx, { experimentId }) => lockExperiment(tx, experimentId),
  run: async (context, { id: experimentId, planId, title, resultNote, decision: decided }) => {
    const { tx, input, now, actor, emit } = context;
    if (decided)
      throw refuse("conflict", "playbook.experiment_decided", "This experiment is decided already.");
    if (!resultNote)
      throw refuse("conflict", "playbook.result_needed", "Write down what came out before you decide.");
    const { decision } = input;
    await tx.execute(
      sql`UPDATE playbook.experiment SET decision = ${decision}, decided_at = ${now.toString()},
            decided_by = ${actorPersonId(actor)} WHERE id = ${experimentId}`,
    );
    await emit(ExperimentDecided, { experimentId, planId, title, decision });
    return showExperiment(context, experimentId);
  },
});
