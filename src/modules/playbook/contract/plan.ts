import { z } from "zod";
import { GivenDay } from "#modules/playbook/contract/fields.ts";

const lines = z.tuple([z.int(), z.int()]).describe("First and last line of the file as given, from 1");
const content = z.string().max(7_000_000).describe("The file's bytes in base64; 5 MB at most");

export const PlanFile = z.object({
  fileName: z.string().min(1).max(255),
  content,
  startOn: GivenDay.optional().describe("First day of the plan, in the company's zone"),
});

export const Counts = z.record(z.string(), z.int());

export const TargetRead = z.object({
  line: z.int(),
  raw: z.string(),
  op: z.enum([">=", ">", "<=", "<", "=", "between", "delta"]),
  min: z.number().nullable(),
  max: z.number().nullable(),
  unit: z.string().nullable(),
  currency: z.string().nullable(),
  window: z.string().nullable(),
  metric: z.string().nullable(),
  due: z.unknown(),
});

export const NodeRead = z.looseObject({
  kind: z.string(),
  path: z.string(),
  text: z.string(),
  lines,
  parent: z.string().nullable(),
});

export const Change = z.object({
  kind: z.string(),
  path: z.string(),
  change: z.enum(["added", "changed", "removed", "moved"]),
  before: z.string().nullable(),
  after: z.string().nullable(),
  lines: lines.nullable(),
});

export const PlanPreview = z.object({
  encoding: z.object({
    repaired: z.boolean(),
    chain: z.array(z.string()),
    sha256: z.string(),
    read: z.string(),
  }),
  title: z.string(),
  /** First day and currency as the file names them; null where it does not. */
  start: z.string().nullable(),
  currency: z.string().nullable(),
  counts: Counts,
  targets: z.array(TargetRead),
  nodes: z.array(NodeRead),
  questions: z.array(z.looseObject({ code: z.string(), lines, message: z.string() })),
  skipped: z.array(z.object({ lines, why: z.string() })),
  lint: z.array(z.object({ code: z.string(), lines, message: z.string() })),
  changes: z.array(Change),
  /** The file as it was read, repaired; `structure` are its lines that carry headings and labels only. */
  text: z.string(),
  structure: z.array(z.object({ lines, as: z.string() })),
  /** Null when there is no plan yet. */
  startOn: z.string().nullable(),
});

export const ImportedPlan = z.object({
  planId: z.uuid(),
  sourceId: z.uuid(),
  /** False when the file says what the plan already says. */
  changed: z.boolean(),
  counts: Counts,
  changes: z.array(Change),
  questions: z.int(),
});

export const PlanSummary = z.object({
  hasPlan: z.boolean(),
  planId: z.uuid().nullable(),
  title: z.string().nullable(),
  startOn: z.string().nullable(),
  /** In their order. */
  phases: z.array(z.object({ id: z.uuid(), title: z.string() })),
});

/** A file kept for a day, to be looked at before it is imported. */
export const ImportDraft = PlanFile.extend({ draftId: z.uuid(), startOn: z.string().nullable() });

export const GetImportDraft = z.object({ draftId: z.uuid() });
