import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { showExperiment } from "#modules/playbook/commands/show-experiment.ts";
import { Experiment, RecordResult } from "#modules/playbook/contract/experiments.ts";
import { ExperimentMeasured } from "#modules/playbook/events/reviews.ts";
import { canTend } from "#modules/playbook/policy.ts";
import { lockExperiment } from "#modules/playbook/queries/lock-experiment.ts";

/** Writes down what came out; until it is decided it can be corrected. Errors: `playbook.experiment_decided`. */
export const recordResult = defineCommand({
  name: "playbook.record_result",
  title: "Write down what an experiment showed",
  http: "PUT /playbook/experiments/:experimentId/result",
  access: "playbook:report",
  input: RecordResult,
  output: Experiment,
  load: (tx, { experimentId }) => lockExperiment(tx, experimentId),
  allow: canTend,
  run: async (context, { id: experimentId, planId, title, decision }) => {
    const { tx, input, emit } = context;
    if (decision)
      throw refuse("conflict", "playbook.experiment_decided", "This experiment is decided. Plan a new one.");
    const { value, note } = input;
    await tx.execute(
      sql`UPDATE playbook.experiment SET result_value = ${value}, result_note = ${note} WHERE id = ${experimentId}`,
    );
    await emit(ExperimentMeasured, { experimentId, planId, title, value });
    return showExperiment(context, experimentId);
  },
});
