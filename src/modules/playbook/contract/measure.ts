import { z } from "zod";
import { GivenDay } from "#modules/playbook/contract/fields.ts";

const METRIC = /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/;

export const MetricKey = z.string().max(100).regex(METRIC, "must look like people.customers_active");

export const ReportMeasurement = z.object({
  metric: MetricKey,
  value: z.number().describe("Money in major units of the company's currency, percentages in points"),
  asOf: GivenDay.optional().describe("Day the value holds for, in the company's zone; today when left out"),
  source: z.string().trim().min(1).max(200).describe("Where the value was read, such as “Stripe dashboard”"),
  note: z.string().trim().max(2000).optional(),
});

const Changes = z.array(
  z.object({ nodeId: z.uuid(), text: z.string(), was: z.string().nullable(), state: z.string() }),
);

export const ReportedMeasurement = z.object({
  reportId: z.uuid(),
  metric: z.string(),
  value: z.number(),
  asOf: z.iso.date(),
  /** Criteria whose state changed by it. */
  changes: Changes,
});

export const JudgeMetric = z.object({ metric: MetricKey });

/** Criteria whose state changed, and the ids of risks that were raised. */
export const JudgedMetric = z.object({ changes: Changes, raised: z.array(z.uuid()) });

export const ChooseMetric = z.object({
  nodeId: z.uuid().describe("Criterion or KPI with a number"),
  metric: MetricKey.nullable().describe("Null when nothing measures it"),
});

export const ConfirmCriterion = z.object({
  nodeId: z.uuid(),
  note: z.string().trim().min(1).max(2000).describe("What shows that it is met"),
});

export const CriterionState = z.enum(["not_started", "on_track", "at_risk", "met", "missed", "unknown"]);

export const JudgedCriterion = z.object({ nodeId: z.uuid(), state: CriterionState, reason: z.string() });

/** What can measure a number. `live` is false while no module measures it; `targets` counts the plan's numbers by it. */
export const MetricChoices = z.object({
  metrics: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      unit: z.string().nullable(),
      meaning: z.string().nullable(),
      live: z.boolean(),
      targets: z.int(),
    }),
  ),
});
