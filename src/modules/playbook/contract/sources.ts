import { z } from "zod";
import { Change, Counts } from "./plan.ts";

const lines = z.tuple([z.int(), z.int()]);

export const SourceSummary = z.object({
  sourceId: z.uuid(),
  fileName: z.string(),
  sha256: z.string(),
  importedAt: z.string(),
  importedBy: z.string().nullable(),
  changes: z.int(),
  current: z.boolean(),
});

export const Source = SourceSummary.extend({
  repaired: z.boolean(),
  chain: z.array(z.string()),
  counts: Counts,
  text: z.string(),
  nodes: z.array(
    z.object({
      /** Null in a file that a later one replaced: what its lines became may have changed since. */
      nodeId: z.uuid().nullable(),
      kind: z.string(),
      text: z.string(),
      lines,
      /** True for a criterion or KPI that has a number to reach. */
      numeric: z.boolean(),
    }),
  ),
  skipped: z.array(z.object({ lines, why: z.string() })),
  structure: z.array(z.object({ lines, as: z.string() })),
  lint: z.array(z.object({ code: z.string(), lines, message: z.string() })),
  changeList: z.array(Change),
});

export const Question = z.object({
  questionId: z.uuid(),
  nodeId: z.uuid().nullable(),
  code: z.string(),
  message: z.string(),
  lines,
  raw: z.string().nullable(),
  text: z.string().nullable(),
  askedAt: z.string(),
  answer: z.string().nullable(),
});

export const ExportPlan = z.object({ format: z.enum(["md", "json"]).default("md") });
export const ExportedPlan = z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() });
