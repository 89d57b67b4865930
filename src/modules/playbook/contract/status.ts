import { z } from "zod";
import { CriterionState } from "./measure.ts";

const Forecast = z.object({
  p50: z.string().nullable(),
  p85: z.string().nullable(),
  chance: z.number().nullable(),
});
const Share = z.object({ done: z.int(), total: z.int(), share: z.number().nullable() });

/** A number to reach and how it stands. Money in major units, percentages in points. */
export const TargetStatus = z.object({
  nodeId: z.uuid(),
  line: z.int(),
  metric: z.string().nullable(),
  label: z.string(),
  raw: z.string(),
  op: z.string(),
  value: z.number().nullable(),
  reason: z.string(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  unit: z.string().nullable(),
  currency: z.string().nullable(),
  phase: z.string().nullable(),
  state: CriterionState,
  due: z.string().nullable(),
  asOf: z.string().nullable(),
  forecast: Forecast.nullable(),
  forecastReason: z.string().nullable(),
  source: z.enum(["live", "reported", "none"]),
});

export const Status = z.object({
  asOf: z.string(),
  plan: z.object({ id: z.uuid(), title: z.string(), startOn: z.string() }),
  phase: z
    .object({
      id: z.uuid(),
      title: z.string(),
      number: z.int(),
      startsOn: z.string().nullable(),
      endsOn: z.string().nullable(),
    })
    .nullable(),
  gate: z.object({
    id: z.uuid().nullable(),
    open: z.boolean(),
    ready: z.boolean(),
    due: z.string().nullable(),
    criteria: z.array(
      z.object({
        nodeId: z.uuid(),
        label: z.string(),
        metric: z.string().nullable(),
        value: z.number().nullable(),
        state: CriterionState,
        reason: z.string(),
        waived: z.boolean(),
      }),
    ),
  }),
  targets: z.array(TargetStatus),
  deliverables: Share,
  criteria: Share,
  variance: z.object({ days: z.number().nullable(), reason: z.string() }),
  risks: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      probability: z.int().nullable(),
      impact: z.int().nullable(),
      score: z.int().nullable(),
      status: z.string(),
      triggered: z.boolean(),
      owner: z.string().nullable(),
    }),
  ),
});
