import { z } from "zod";
import { GivenDay } from "#modules/playbook/contract/fields.ts";
import { Day, Instant, NodeRef, PersonRef, paging, writtenText } from "./fields.ts";
import { MetricKey } from "./measure.ts";

const isForward = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => endsOn > startsOn;

/** `endsOn` is the day after the last. `expectedValue` is what the hypothesis promises of the metric. */
export const CreateExperiment = z
  .object({
    title: writtenText(200),
    hypothesis: writtenText(4000),
    metric: MetricKey.nullable().default(null),
    workPackageId: z.uuid().nullable().default(null),
    startsOn: GivenDay,
    endsOn: GivenDay,
    baselineValue: z.number().nullable().default(null),
    expectedValue: z.number().nullable().default(null),
    ownerId: z.uuid().nullable().default(null),
  })
  .refine(isForward, { path: ["endsOn"], error: "must be later than the start" });

export const RecordResult = z.object({
  experimentId: z.uuid(),
  value: z.number().nullable().default(null),
  note: writtenText(4000),
});
const ExperimentDecision = z.enum(["adopt", "change", "stop"]);
export const DecideExperiment = z.object({ experimentId: z.uuid(), decision: ExperimentDecision });

const ExperimentStanding = z.enum(["planned", "running", "ended", "decided"]);

/** `metricTitle` is how the metric is called; `standing` is by today in the company's zone. */
export const Experiment = z.object({
  id: z.uuid(),
  title: z.string(),
  hypothesis: z.string(),
  metric: z.string().nullable(),
  metricTitle: z.string().nullable(),
  workPackage: NodeRef.nullable(),
  owner: PersonRef,
  startsOn: Day,
  endsOn: Day,
  baselineValue: z.number().nullable(),
  expectedValue: z.number().nullable(),
  resultValue: z.number().nullable(),
  resultNote: z.string().nullable(),
  decision: ExperimentDecision.nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: PersonRef,
  createdAt: Instant,
  standing: ExperimentStanding,
});

export const GetExperiment = z.object({ experimentId: z.uuid() });
export const ListExperiments = z.object({
  standing: ExperimentStanding.optional(),
  workPackageId: z.uuid().optional(),
  search: z.string().trim().max(200).optional(),
  ...paging,
});
/** Latest start first. */
export const ExperimentPage = z.object({
  experiments: z.array(Experiment),
  nextCursor: z.string().nullable(),
});
