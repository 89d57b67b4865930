import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { AccountMerged, AccountMergeUndone } from "#modules/people/events/accounts.ts";
import { lockAccount } from "#modules/people/memberships/lock-members.ts";
import type { Move, MovedTable } from "#modules/people/merging/move-rows.ts";
import {
  keepMoves,
  moveAll,
  refuseSame,
  returnAll,
  type StandingMerge,
} from "#modules/people/merging/record-merge.ts";

type MergeContext = Pick<CommandContext<unknown>, "tx" | "now" | "actor" | "runtime" | "emit">;

/** Locks two accounts in one order for everybody. Errors: those of `lockAccount`, `people.merge_same`. */
export async function lockBoth({ tx }: Pick<MergeContext, "tx">, move: Move): Promise<void> {
  refuseSame(move);
  for (const accountId of [move.keptId, move.mergedId].toSorted()) await lockAccount(tx, accountId);
}

/** Two accounts become one: the kept one's facts stay, everything of the other becomes its own. */
export async function mergeAccounts(
  context: MergeContext,
  move: Move,
): Promise<{ mergeId: string; rows: number; moved: MovedTable[] }> {
  const { tx, now, emit } = context;
  await lockBoth(context, move);
  const moved = await moveAll(context, "account", move);
  const kept = await keepMoves(context, { ...move, kind: "account", before: {} }, moved);
  await tx.execute(
    sql`UPDATE people.account SET merged_into_id = ${move.keptId}, version = version + 1,
          updated_at = ${now.toString()} WHERE id = ${move.mergedId}`,
  );
  await emit(AccountMerged, {
    accountId: move.keptId,
    mergedAccountId: move.mergedId,
    mergeId: kept.mergeId,
  });
  return { ...kept, moved };
}

/** The two are two again, with what each had; what came since stays with the kept one. Errors: `people.merge_covered`. */
export async function partAccounts(context: MergeContext, merge: StandingMerge): Promise<void> {
  const { tx, now, emit } = context;
  try {
    await lockAccount(tx, merge.keptId);
  } catch {
    throw refuse(
      "conflict",
      "people.merge_covered",
      "The kept customer was merged into another one since. Undo that merge first.",
    );
  }
  await returnAll(context, merge);
  await tx.execute(
    sql`UPDATE people.account SET merged_into_id = NULL, version = version + 1, updated_at = ${now.toString()}
        WHERE id = ${merge.mergedId}`,
  );
  await emit(AccountMergeUndone, {
    accountId: merge.keptId,
    mergedAccountId: merge.mergedId,
    mergeId: merge.mergeId,
  });
}
