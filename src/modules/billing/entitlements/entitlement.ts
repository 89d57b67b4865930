import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import {
  combineGrants,
  type Entitlement,
  type EntitlementGrant,
} from "#modules/billing/rules/entitlements/combine-grants.ts";

const grantsAt = (db: Db, accountId: string, at: Temporal.Instant, key: string | null) =>
  rows<EntitlementGrant>(
    db,
    sql`SELECT key, quantity, meter, quota, overage_minor AS "overageMinor", currency, source_kind AS "sourceKind",
          source_id AS "sourceId", to_jsonb(from_at) AS "fromAt", to_jsonb(until_at) AS "untilAt"
        FROM billing.entitlement_grant
        WHERE account_id = ${accountId} AND from_at <= ${at.toString()}
          AND (until_at IS NULL OR until_at > ${at.toString()}) ${key === null ? sql`` : sql`AND key = ${key}`}
        ORDER BY key, from_at, id`,
  );

/** Everything an account is entitled to at an instant, by key. */
export const findEntitlements = async (
  db: Db,
  { accountId, at }: { accountId: string; at: Temporal.Instant },
): Promise<Entitlement[]> => combineGrants(await grantsAt(db, accountId, at, null));

/** What an account may use of a key, such as `studio.documents_per_month`, at an instant; undefined: nothing. */
export const findEntitlement = async (
  db: Db,
  { accountId, key, at }: { accountId: string; key: string; at: Temporal.Instant },
): Promise<Entitlement | undefined> => combineGrants(await grantsAt(db, accountId, at, key))[0];

/** Whether an account may use a key at all at an instant: granted, and not with a quantity of 0. */
export async function hasEntitlement(
  db: Db,
  asked: { accountId: string; key: string; at: Temporal.Instant },
): Promise<boolean> {
  const entitlement = await findEntitlement(db, asked);
  return entitlement !== undefined && entitlement.quantity !== 0;
}
