import { randomBytes } from "node:crypto";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { Db } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { newId, sha256Hex } from "#kernel/ids.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import type { PackageManifest } from "#modules/academy/contract/transfer.ts";
import { readItemStates } from "#modules/academy/packages/item-states.ts";
import { LAUNCH_HOURS, type LaunchRow } from "#modules/academy/packages/launch-row.ts";

/** A package as it is opened. */
export interface PackageRow {
  id: string;
  kind: LaunchRow["kind"];
  title: string;
  manifest: PackageManifest;
}

/** Reads a package. Errors: `academy.package_unknown`. */
export async function getPackage(db: Db, packageId: string): Promise<PackageRow> {
  const found = await firstRow<PackageRow>(
    db,
    sql`SELECT id, kind, title, manifest FROM academy.package WHERE id = ${packageId}`,
  );
  if (!found) throw refuse("not_found", "academy.package_unknown", "There is no such package.");
  return found;
}

interface Opener {
  personId: string;
  /** Left out for a preview. */
  student?: { enrollmentId: string; accountId: string; lessonKey: string };
}

/** Parts of a path as an address has them; a query and a fragment of the manifest stay. */
const addressOf = (token: string, href: string): string => {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/.exec(href) ?? [];
  return `/packages/${token}/${path.split("/").map(encodeURIComponent).join("/")}${rest}`;
};

/**
 * Opens an item for somebody: a token of its own, and the next number among this student's launches of the item, so that
 * what an older window sends loses. Time of the last session is counted. Errors: `academy.package_item_unknown`.
 */
export async function makeLaunch(
  { tx, now }: Pick<AcademyContext, "tx" | "now">,
  pack: PackageRow,
  { personId, student, itemId }: Opener & { itemId?: string },
) {
  const enrollmentId = student?.enrollmentId ?? null;
  const items = await readItemStates(tx, { packageId: pack.id, enrollmentId, manifest: pack.manifest });
  const wanted =
    itemId ?? (items.find(({ isComplete, isTracked }) => isTracked && !isComplete) ?? items[0])?.id;
  const item = pack.manifest.items.find(({ id }) => id === wanted);
  if (!item) throw refuse("not_found", "academy.package_item_unknown", "The package has no such part.");
  const token = randomBytes(32).toString("base64url");
  await tx.execute(
    sql`UPDATE academy.package_state SET total_ms = total_ms + session_ms, session_ms = 0
        WHERE enrollment_id = ${enrollmentId} AND package_id = ${pack.id} AND item_id = ${item.id}`,
  );
  await tx.execute(
    sql`INSERT INTO academy.package_launch (id, token_sha256, package_id, item_id, enrollment_id, account_id, person_id,
          lesson_key, number, created_at, expires_at)
        SELECT ${newId()}, ${sha256Hex(token)}, ${pack.id}, ${item.id}, ${enrollmentId}::uuid, ${student?.accountId ?? null}::uuid,
          ${personId}, ${student?.lessonKey ?? null}::uuid, coalesce(max(number), 0) + 1, ${now.toString()},
          ${now.add({ hours: LAUNCH_HOURS }).toString()}
        FROM academy.package_launch
        WHERE enrollment_id = ${enrollmentId}::uuid AND package_id = ${pack.id} AND item_id = ${item.id}`,
  );
  return { kind: pack.kind, title: pack.title, itemId: item.id, src: addressOf(token, item.href), items };
}
