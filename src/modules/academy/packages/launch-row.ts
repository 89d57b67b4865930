import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { sha256Hex } from "#kernel/ids.ts";
import type { PACKAGE_KINDS } from "#modules/academy/contract/packages.ts";
import type { PackageManifest } from "#modules/academy/contract/transfer.ts";

/** An item of a package that somebody opened, with its package. `enrollment_id` null: a preview by staff. */
export interface LaunchRow {
  id: string;
  package_id: string;
  item_id: string;
  enrollment_id: string | null;
  account_id: string | null;
  person_id: string;
  lesson_key: string | null;
  number: number;
  kind: (typeof PACKAGE_KINDS)[number];
  title: string;
  manifest: PackageManifest;
}

/** How long an item may be silent before its address is good for nothing, in hours. */
export const LAUNCH_HOURS = 6;

/**
 * What a token stands for, while it is good: not expired, and of an enrolment that is active.
 * Errors: `academy.launch_over`.
 */
export async function getLaunch(db: Db, token: string, now: Temporal.Instant): Promise<LaunchRow> {
  const found = await firstRow<LaunchRow>(
    db,
    sql`SELECT l.id, l.package_id, l.item_id, l.enrollment_id, l.account_id, l.person_id, l.lesson_key, l.number,
          p.kind, p.title, p.manifest
        FROM academy.package_launch l JOIN academy.package p ON p.id = l.package_id
        WHERE l.token_sha256 = ${sha256Hex(token)} AND l.expires_at > ${now.toString()}
          AND (l.enrollment_id IS NULL
            OR EXISTS (SELECT 1 FROM academy.enrollment e WHERE e.id = l.enrollment_id AND e.status = 'active'))`,
  );
  if (!found)
    throw refuse(
      "gone",
      "academy.launch_over",
      "This window of the package is over. Open it again from the lesson.",
    );
  return found;
}

/** The item of a launch as its manifest has it. */
export function itemOf({ manifest, item_id }: Pick<LaunchRow, "manifest" | "item_id">) {
  const item = manifest.items.find(({ id }) => id === item_id) ?? manifest.items[0];
  if (!item) throw new Error("A package has no item");
  return item;
}
