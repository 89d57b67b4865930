import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

/** Last week's review lies ready. `redrafted`: it did before, from older facts. */
export const ReviewDrafted = defineEvent({
  name: "playbook.review_drafted",
  version: 1,
  title: "Weekly review drafted",
  payload: z.object({
    reviewId: z.uuid(),
    planId: z.uuid(),
    week: z.string(),
    headline: z.string(),
    redrafted: z.boolean(),
  }),
});

/** The review is signed and stays as it is; `sha256` is of draft, summary and actions. */
export const ReviewSigned = defineEvent({
  name: "playbook.review_signed",
  version: 1,
  title: "Weekly review signed",
  payload: z.object({ reviewId: z.uuid(), planId: z.uuid(), week: z.string(), sha256: z.string() }),
});

const experiment = z.object({ experimentId: z.uuid(), planId: z.uuid(), title: z.string() });

/** Somebody wants to find something out. */
export const ExperimentCreated = defineEvent({
  name: "playbook.experiment_created",
  version: 1,
  title: "Experiment planned",
  payload: experiment,
});

/** What came out of an experiment. */
export const ExperimentMeasured = defineEvent({
  name: "playbook.experiment_measured",
  version: 1,
  title: "Experiment result recorded",
  payload: experiment.extend({ value: z.number().nullable() }),
});

/** What follows from an experiment. */
export const ExperimentDecided = defineEvent({
  name: "playbook.experiment_decided",
  version: 1,
  title: "Experiment decided",
  payload: experiment.extend({ decision: z.enum(["adopt", "change", "stop"]) }),
});
