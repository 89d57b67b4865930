import { z } from "zod";
import type { PageContext } from "#web/context.ts";
import { findProblem } from "#web/problem.ts";
import type { Merge, MergeOutlook } from "./customer-detail.ts";

/** What the address of a merge page asks: words to look for, and who was chosen. */
export function readMergeQuery(url: string): { text: string; otherId: string | undefined } {
  const params = new URL(url).searchParams;
  return {
    text: (params.get("q") ?? "").trim().slice(0, 200),
    otherId: z.uuid().safeParse(params.get("other")).data,
  };
}

/** What a merge would do, or in words why it cannot be. */
export async function previewOf(
  { call }: PageContext,
  merge: { kind: "account" | "person"; keptId: string; mergedId: string },
): Promise<{ outlook: MergeOutlook } | { refusal: string }> {
  try {
    return { outlook: await call<MergeOutlook>("people.preview_merge", merge) };
  } catch (thrown) {
    const problem = findProblem(thrown);
    if (problem?.kind !== "conflict" && problem?.kind !== "invalid") throw thrown;
    return { refusal: problem.message };
  }
}

/** Merges of an account or person, the last first. */
export async function mergesOf({ call }: PageContext, ofId: string): Promise<Merge[]> {
  return (await call<{ items: Merge[] }>("people.list_merges", { ofId })).items;
}

/** What the two forms of a merge page post. */
export const MergeForm = z.object({
  kind: z.enum(["account", "person"]),
  keptId: z.uuid(),
  mergedId: z.uuid(),
});
export const UndoForm = z.object({ mergeId: z.uuid() });
