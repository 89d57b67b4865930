import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import type { Tx } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { movableTables, type Owner } from "#modules/people/merging/movable-tables.ts";
import {
  closeMoving,
  type Move,
  type MovedTable,
  moveRows,
  openMoving,
  returnRows,
} from "#modules/people/merging/move-rows.ts";

type MergingContext = Pick<CommandContext<unknown>, "tx" | "now" | "actor" | "runtime">;

/** Refuses to merge something with itself. Errors: `people.merge_same`. */
export function refuseSame({ keptId, mergedId }: Move): void {
  if (keptId === mergedId)
    throw refuse("invalid", "people.merge_same", "Choose two different ones.", {
      issues: [{ path: "mergedId", message: "Choose another one" }],
    });
}

/** Moves everything of one to the other, table by table. Errors: `people.merge_clash`. */
export async function moveAll(
  { tx, runtime }: Pick<MergingContext, "tx" | "runtime">,
  kind: Owner,
  move: Move,
): Promise<MovedTable[]> {
  const tables = await movableTables(tx, kind, runtime().registry.modules);
  const moved: MovedTable[] = [];
  await openMoving(tx);
  for (const table of tables) moved.push(await moveRows(tx, table, move));
  await closeMoving(tx);
  return moved;
}

/** Writes down what moved, so that it can go back. */
export async function keepMoves(
  { tx, now, actor }: MergingContext,
  merge: Move & { kind: Owner; before: object },
  moved: readonly MovedTable[],
): Promise<{ mergeId: string; rows: number }> {
  const mergeId = newId();
  await tx.execute(
    sql`INSERT INTO people.merge (id, kind, kept_id, merged_id, before, merged_at, merged_by)
        VALUES (${mergeId}, ${merge.kind}, ${merge.keptId}, ${merge.mergedId},
          ${JSON.stringify(merge.before)}::jsonb, ${now.toString()}, ${actorPersonId(actor)})`,
  );
  const some = moved.filter((one) => one.moved.length > 0);
  for (const [position, one] of some.entries())
    await tx.execute(
      sql`INSERT INTO people.merge_move (merge_id, position, table_name, moved)
          VALUES (${mergeId}, ${position}, ${one.table}, ${JSON.stringify(one.moved)}::jsonb)`,
    );
  return { mergeId, rows: some.reduce((sum, one) => sum + one.moved.length, 0) };
}

/** A merge that stands, locked. */
export interface StandingMerge extends Move {
  mergeId: string;
  kind: Owner;
  before: Record<string, unknown>;
  mergedAt: string;
}

/** Locks a merge that was not undone. Errors: `people.merge_unknown`. */
export async function lockMerge(tx: Tx, { mergeId }: { mergeId: string }): Promise<StandingMerge> {
  const merge = await firstRow<StandingMerge>(
    tx,
    sql`SELECT id AS "mergeId", kind, kept_id AS "keptId", merged_id AS "mergedId", before, merged_at AS "mergedAt"
        FROM people.merge WHERE id = ${mergeId} AND undone_at IS NULL FOR UPDATE`,
  );
  if (!merge)
    throw refuse("not_found", "people.merge_unknown", "There is no merge of this id that could be undone.");
  return merge;
}

/** Moves everything back that is still where it moved to, and marks the merge undone. */
export async function returnAll(context: MergingContext, merge: StandingMerge): Promise<void> {
  const { tx, now, actor, runtime } = context;
  const tables = await movableTables(tx, merge.kind, runtime().registry.modules);
  const kept = await rows<{ table: string; moved: Record<string, unknown>[] }>(
    tx,
    sql`SELECT table_name AS "table", moved FROM people.merge_move WHERE merge_id = ${merge.mergeId} ORDER BY position`,
  );
  await openMoving(tx);
  for (const { table: name, moved } of kept) {
    const table = tables.find((one) => `${one.name} ${one.column}` === name);
    if (table) await returnRows(tx, table, { ...merge, moved });
  }
  await closeMoving(tx);
  await tx.execute(
    sql`UPDATE people.merge SET undone_at = ${now.toString()}, undone_by = ${actorPersonId(actor)}
        WHERE id = ${merge.mergeId}`,
  );
}
