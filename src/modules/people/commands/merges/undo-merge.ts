import { defineCommand } from "#kernel/operation/operation.ts";
import { OneMerge } from "#modules/people/contract/merges.ts";
import { partAccounts } from "#modules/people/merging/merge-accounts.ts";
import { partPeople } from "#modules/people/merging/merge-people.ts";
import { lockMerge } from "#modules/people/merging/record-merge.ts";

/**
 * Parts what was merged: each has again what it had, and what came since stays with the kept one.
 * Errors: `people.merge_unknown` and those of `partAccounts` and `partPeople`.
 */
export const undoMerge = defineCommand({
  name: "people.undo_merge",
  title: "Undo a merge of customers",
  http: "POST /customers/merges/:mergeId/undoing",
  access: "people:merge",
  confirm: true,
  input: OneMerge,
  output: OneMerge,
  load: lockMerge,
  run: async (context, merge) => {
    await (merge.kind === "account" ? partAccounts : partPeople)(context, merge);
    return { mergeId: merge.mergeId };
  },
});
