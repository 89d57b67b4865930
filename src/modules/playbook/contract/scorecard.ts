import { z } from "zod";
import { GivenDay } from "#modules/playbook/contract/fields.ts";
import { CriterionSeries } from "./overview.ts";
import { CriterionState, MetricKey } from "./measure.ts";
import { TargetStatus } from "./status.ts";

/** Where a page of a list in the plan's order begins; handed back unread. */
const PlaceInPlan = z.string().regex(/^\d{1,9}$/, "is not a page marker of ours");

export const ListTargets = z.object({
  phaseId: z.uuid().optional(),
  state: CriterionState.optional(),
  search: z.string().trim().max(200).optional(),
  cursor: PlaceInPlan.optional(),
  limit: z.int().min(1).max(200).default(50),
});

export const TargetList = z.object({
  asOf: z.string(),
  total: z.int(),
  byState: z.record(z.string(), z.int()),
  targets: z.array(TargetStatus.extend({ series: CriterionSeries })),
  nextCursor: z.string().nullable(),
});

export const TargetDetail = z.object({
  target: TargetStatus,
  kind: z.string(),
  workPackage: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  line: z.int(),
  metricTitle: z.string().nullable(),
  metricMeaning: z.string().nullable(),
  live: z.boolean(),
  series: CriterionSeries,
  changes: z.array(
    z.object({ at: z.string(), was: z.string().nullable(), state: z.string(), reason: z.string() }),
  ),
  reports: z.array(
    z.object({
      id: z.uuid(),
      asOf: z.string(),
      value: z.number(),
      source: z.string(),
      note: z.string().nullable(),
      by: z.string().nullable(),
      at: z.string(),
      superseded: z.boolean(),
    }),
  ),
});

/** Who decides a criterion: a number, the proof of a deliverable, or a person. */
export const DecidedBy = z.enum(["number", "proof", "person"]);

export const ListCriteria = z.object({
  kind: z.enum(["criterion", "kpi"]).optional(),
  phaseId: z.uuid().optional(),
  workPackageId: z.uuid().optional(),
  state: CriterionState.optional(),
  decidedBy: DecidedBy.optional(),
  search: z.string().trim().max(200).optional(),
  cursor: PlaceInPlan.optional(),
  limit: z.int().min(1).max(200).default(50),
});

export const CriterionList = z.object({
  total: z.int(),
  criteria: z.array(
    z.object({
      nodeId: z.uuid(),
      kind: z.string(),
      text: z.string(),
      phase: z.string().nullable(),
      workPackageId: z.uuid().nullable(),
      workPackage: z.string().nullable(),
      state: CriterionState,
      reason: z.string(),
      source: z.string(),
      dueOn: z.string().nullable(),
      decidedBy: DecidedBy,
      completesId: z.uuid().nullable(),
      confirmed: z.boolean(),
      confirmation: z
        .object({ by: z.string().nullable(), at: z.iso.datetime({ offset: true }), note: z.string() })
        .nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const MetricRows = z.object({
  metric: z.string(),
  title: z.string().nullable(),
  meaning: z.string().nullable(),
  asOf: z.string(),
  source: z.enum(["live", "reported", "none"]),
  unit: z.string().nullable(),
  /** Of an amount of money. */
  currency: z.string().nullable(),
  /** Money in major units; null with a reason when it cannot be known. */
  value: z.number().nullable(),
  reason: z.string().nullable(),
  rows: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      detail: z.string().optional(),
      href: z.string().optional(),
    }),
  ),
  nextOffset: z.int().nullable(),
});

export const GetMetricRows = z.object({
  metric: MetricKey,
  asOf: GivenDay.optional(),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
});
