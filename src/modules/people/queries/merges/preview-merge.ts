import type { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { Db } from "#kernel/db/database.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { accountUnknown } from "#modules/people/accounts/account.ts";
import { MergeKind, MergePair, MergePreview } from "#modules/people/contract/merges.ts";
import { mergeAccounts } from "#modules/people/merging/merge-accounts.ts";
import { mergePeople } from "#modules/people/merging/merge-people.ts";
import { rehearse } from "#modules/people/merging/rehearse.ts";

type Side = { id: string; name: string; detail: string };
type Kind = z.output<typeof MergeKind>;

/** What tells two of one name apart. */
async function sideOf(db: Db, kind: Kind, id: string): Promise<Side> {
  const side = await firstRow<Side>(
    db,
    kind === "account"
      ? sql`SELECT id, name, concat_ws(' ', nullif(postcode, ''), nullif(city, ''), country) AS detail
            FROM people.account WHERE id = ${id}`
      : sql`SELECT id, name, email AS detail FROM auth.person WHERE id = ${id}`,
  );
  if (!side) throw accountUnknown();
  return side;
}

/** What merging two would do: the very work, done and taken back. Errors: those of the merge. */
export const previewMerge = defineQuery({
  name: "people.preview_merge",
  title: "See what merging two customers or people would do",
  http: "GET /customers/merges/preview",
  access: "people:merge",
  input: MergePair.extend({ kind: MergeKind }),
  output: MergePreview,
  run: async ({ db, now, actor, runtime, input }) => {
    const { kind, keptId, mergedId } = input;
    const merge = kind === "account" ? mergeAccounts : mergePeople;
    const { moved } = await rehearse(db, (tx) =>
      // What does not happen is told to nobody.
      merge({ tx, now, actor, runtime, emit: async () => {} }, { keptId, mergedId }),
    );
    return {
      kind,
      kept: await sideOf(db, kind, keptId),
      merged: await sideOf(db, kind, mergedId),
      tables: moved
        .map((one) => ({
          table: (one.table.split(" ")[0] ?? "").replaceAll('"', ""),
          moves: one.moved.length,
          stays: one.stays,
        }))
        .filter(({ moves, stays }) => moves + stays > 0),
    };
  },
});
