import { createExperiment } from "#modules/playbook/commands/create-experiment.ts";
import { decideExperiment } from "#modules/playbook/commands/decide-experiment.ts";
import { recordResult } from "#modules/playbook/commands/record-result.ts";
import {
  ExperimentCreated,
  ExperimentDecided,
  ExperimentMeasured,
} from "#modules/playbook/events/reviews.ts";
import { experimentData } from "#modules/playbook/personal-data/experiments.ts";
import { getExperiment } from "#modules/playbook/queries/get-experiment.ts";
import { listExperiments } from "#modules/playbook/queries/list-experiments.ts";

/** Continuous improvement: a hypothesis, a time, a result, a decision. */
export const experimentsPart = {
  operations: [listExperiments, getExperiment, createExperiment, recordResult, decideExperiment],
  events: [ExperimentCreated, ExperimentMeasured, ExperimentDecided],
  personalData: [experimentData],
} as const;
