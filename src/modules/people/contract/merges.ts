import { z } from "zod";
import { InstantText } from "#modules/people/contract/words.ts";

export const MergeKind = z.enum(["account", "person"]);

/** `keptId` stays as it is and gets everything of `mergedId`. */
export const MergePair = z.object({ keptId: z.uuid(), mergedId: z.uuid() });

/** One of two that may be one. */
export const MergeSide = z.object({
  id: z.uuid(),
  name: z.string(),
  detail: z.string().describe("Address or place, to tell two of one name apart"),
});

/** How many rows of a table move, and how many stay because the kept one has the same. */
export const MovedRows = z.object({ table: z.string(), moves: z.int(), stays: z.int() });

/** What a merge would do; the same work, taken back. */
export const MergePreview = z.object({
  kind: MergeKind,
  kept: MergeSide,
  merged: MergeSide,
  tables: z.array(MovedRows),
});

export const DoneMerge = MergePair.extend({ mergeId: z.uuid(), kind: MergeKind, rows: z.int() });

export const OneMerge = z.object({ mergeId: z.uuid() });

export const MergeEntry = DoneMerge.omit({ rows: true }).extend({
  keptName: z.string(),
  mergedName: z.string(),
  mergedAt: InstantText,
  mergedBy: z.string().nullable(),
  undoneAt: InstantText.nullable(),
  /** Why it cannot be undone; null where it can. */
  standsBecause: z.string().nullable(),
});
