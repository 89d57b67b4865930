import { z } from "zod";
import { GateCriterion } from "./gates.ts";

const Share = z.object({ done: z.int(), total: z.int(), share: z.number().nullable() });
const Point = z.object({ on: z.string(), value: z.number().nullable() });
const BandPoint = z.object({ on: z.string(), p15: z.number(), p50: z.number(), p85: z.number() });

/** Weekly values of a metric with what the forecast adds to them. */
export const CriterionSeries = z.object({
  points: z.array(Point),
  band: z.array(BandPoint),
  forecast: z
    .object({ p50: z.string().nullable(), p85: z.string().nullable(), chance: z.number().nullable() })
    .nullable(),
  forecastReason: z.string().nullable(),
});

export const OverviewCriterion = GateCriterion.extend({
  op: z.string().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  unit: z.string().nullable(),
  currency: z.string().nullable(),
  asOf: z.string().nullable(),
  metAt: z.string().nullable(),
  series: CriterionSeries,
});

export const Overview = z.object({
  asOf: z.string(),
  plan: z.object({ id: z.uuid(), title: z.string(), startOn: z.string(), endOn: z.string().nullable() }),
  phases: z.array(
    z.object({
      id: z.uuid(),
      number: z.int(),
      title: z.string(),
      startsOn: z.string().nullable(),
      endsOn: z.string().nullable(),
      current: z.boolean(),
      gateOpenedAt: z.string().nullable(),
    }),
  ),
  phase: z
    .object({
      id: z.uuid(),
      number: z.int(),
      title: z.string(),
      month: z.int().nullable(),
      months: z.int().nullable(),
      period: z.string().nullable(),
      objective: z.string().nullable(),
    })
    .nullable(),
  gate: z
    .object({
      gateId: z.uuid(),
      dueOn: z.string(),
      daysLeft: z.int(),
      ready: z.boolean(),
      opensPhase: z.string().nullable(),
      met: Share,
      criteria: z.array(OverviewCriterion),
    })
    .nullable(),
  deliverables: Share,
  phaseDeliverables: Share,
  variance: z.object({
    days: z.number().nullable(),
    lastWeek: z.number().nullable(),
    reason: z.string(),
    causes: z.array(z.object({ id: z.string(), title: z.string(), days: z.number(), reason: z.string() })),
  }),
  questions: z.int(),
  changes: z.array(
    z.object({
      at: z.string(),
      kind: z.enum(["proved", "reopened", "criterion", "risk"]),
      nodeId: z.uuid(),
      title: z.string(),
      detail: z.string(),
      state: z.string().nullable(),
    }),
  ),
});
