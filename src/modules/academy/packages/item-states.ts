import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { ItemState } from "#modules/academy/contract/packages.ts";
import type { PackageManifest } from "#modules/academy/contract/transfer.ts";
import { isItemComplete } from "#modules/academy/rules/packages/read-cmi.ts";

interface StateRow {
  itemId: string;
  completion: "not attempted" | "unknown" | "incomplete" | "completed";
  success: "unknown" | "passed" | "failed";
  scorePpm: number | null;
}

/** How far a student is with each item of a package; without a student, with none. */
export async function readItemStates(
  db: Db,
  {
    packageId,
    enrollmentId,
    manifest,
  }: { packageId: string; enrollmentId: string | null; manifest: PackageManifest },
): Promise<ItemState[]> {
  const found = await rows<StateRow>(
    db,
    sql`SELECT item_id AS "itemId", completion, success, score_ppm AS "scorePpm" FROM academy.package_state
        WHERE enrollment_id = ${enrollmentId} AND package_id = ${packageId}`,
  );
  const states = new Map(found.map((state) => [state.itemId, state]));
  return manifest.items.map(({ id, title, isTracked }) => {
    const state = states.get(id);
    return {
      id,
      title,
      isTracked,
      isComplete: state !== undefined && isItemComplete(state),
      success: state?.success ?? "unknown",
      scorePpm: state?.scorePpm ?? null,
    };
  });
}

/** The whole package: complete when every item that reports is; its score the mean of those there are. */
export function rollUp(items: readonly ItemState[]): { isCompleted: boolean; scorePpm: number | null } {
  const tracked = items.filter(({ isTracked }) => isTracked);
  const scores = tracked.flatMap(({ scorePpm }) => scorePpm ?? []);
  return {
    isCompleted: tracked.length > 0 && tracked.every(({ isComplete }) => isComplete),
    scorePpm:
      scores.length > 0 ? Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length) : null,
  };
}
