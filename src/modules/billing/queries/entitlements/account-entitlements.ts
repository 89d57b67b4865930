import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { AccountEntitlement } from "#modules/billing/contract/entitlements.ts";
import { combineGrants, type EntitlementGrant } from "#modules/billing/rules/entitlements/combine-grants.ts";

interface Row extends EntitlementGrant {
  id: string;
  accountId: string;
  source: string;
  reason: string | null;
}

export type EntitlementOut = z.output<typeof AccountEntitlement>;

const rowsAt = (db: Db, at: Temporal.Instant, accountId: string | undefined) =>
  rows<Row>(
    db,
    sql`SELECT g.id, g.account_id AS "accountId", g.key, g.quantity, g.meter, g.quota, g.overage_minor AS "overageMinor",
          g.currency, g.source_kind AS "sourceKind", g.source_id AS "sourceId", g.reason,
          coalesce(CASE WHEN o.name = d.name THEN o.name ELSE d.name || ': ' || o.name END, 'Given by the company') AS source,
          to_jsonb(g.from_at) AS "fromAt", to_jsonb(g.until_at) AS "untilAt"
        FROM billing.entitlement_grant g LEFT JOIN billing.offer o ON o.id = g.offer_id
          LEFT JOIN billing.product d ON d.id = o.product_id
        WHERE g.from_at <= ${at.toString()} AND (g.until_at IS NULL OR g.until_at > ${at.toString()})
          ${accountId === undefined ? sql`` : sql`AND g.account_id = ${accountId}`}
        ORDER BY g.account_id, g.key, g.from_at, g.id LIMIT 5000`,
  );

const combine = (grants: readonly Row[]): EntitlementOut[] =>
  combineGrants(grants).map((entitlement) => ({
    ...entitlement,
    grants: grants.filter(({ key }) => key === entitlement.key),
  }));

/** What accounts are entitled to at an instant, with the reasons: of one, or of all the caller may see. */
export async function accountEntitlements(
  db: Db,
  at: Temporal.Instant,
  accountId?: string,
): Promise<{ accountId: string; items: EntitlementOut[] }[]> {
  const byAccount = Map.groupBy(await rowsAt(db, at, accountId), (row) => row.accountId);
  return [...byAccount].map(([id, grants]) => ({ accountId: id, items: combine(grants) }));
}
