import { defineCommand } from "#kernel/operation/operation.ts";
import { DoneMerge, MergeKind, MergePair } from "#modules/people/contract/merges.ts";
import { mergeAccounts } from "#modules/people/merging/merge-accounts.ts";
import { mergePeople } from "#modules/people/merging/merge-people.ts";

/**
 * Makes one of two accounts, or of two people. What was issued keeps its words; the other one's rows become the kept
 * one's and can go back. Errors: those of `mergeAccounts` and `mergePeople`.
 */
export const mergeCustomers = defineCommand({
  name: "people.merge",
  title: "Merge two customers or two people into one",
  http: "POST /customers/merges",
  access: "people:merge",
  confirm: true,
  input: MergePair.extend({ kind: MergeKind }),
  output: DoneMerge,
  run: async (context) => {
    const { kind, keptId, mergedId } = context.input;
    const merge = kind === "account" ? mergeAccounts : mergePeople;
    const { mergeId, rows } = await merge(context, { keptId, mergedId });
    return { mergeId, kind, keptId, mergedId, rows };
  },
});
