import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Experiment, GetExperiment } from "#modules/playbook/contract/experiments.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { experimentRows } from "#modules/playbook/queries/experiments.ts";

/** One experiment. Errors: `playbook.experiment_not_found`. */
export const getExperiment = defineQuery({
  name: "playbook.get_experiment",
  title: "Show an experiment",
  http: "GET /playbook/experiments/:experimentId",
  access: "playbook:read",
  input: GetExperiment,
  output: Experiment,
  run: async (context) => {
    const { db, input, metrics } = context;
    const { today } = await companyDay(context);
    const where = sql`x.id = ${input.experimentId}`;
    const [experiment] = await experimentRows(db, metrics, { where, today, limit: 1 });
    if (!experiment)
      throw refuse("not_found", "playbook.experiment_not_found", "This experiment is not here any more.");
    return experiment;
  },
});
