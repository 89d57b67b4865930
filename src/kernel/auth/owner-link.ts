import { linkUrl, makeLink } from "#kernel/auth/links.ts";
import type { Config } from "#kernel/config.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Database, Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/** What the owner's link needs; an `App` fits. */
export interface OwnerLinkDeps {
  database: Database;
  config: Config;
  clock: Clock;
}

/** Any constant will do; it keeps two starting processes from printing two links, and two visitors from using one. */
export const OWNER_LOCK = 7_265_003;

/** Is there an owner already? */
export const hasOwner = async (tx: Tx): Promise<boolean> =>
  (await firstRow(tx, sql`SELECT 1 FROM auth.person WHERE role = 'owner' LIMIT 1`)) !== undefined;

/**
 * A new one-time link for the first owner, or null when an owner exists. Good for 7 days; a newer link takes back
 * the earlier one, because the database keeps only hashes and cannot show it again.
 */
export async function ensureOwnerLink({ database, config, clock }: OwnerLinkDeps): Promise<string | null> {
  return database.db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${OWNER_LOCK})`);
    if (await hasOwner(tx)) return null;
    const made = await makeLink(tx, { kind: "owner", personId: null, createdBy: null, now: clock.now() });
    return linkUrl(config, "owner", made.token);
  });
}
