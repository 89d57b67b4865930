import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { mulDiv } from "#kernel/money.ts";
import { newId } from "#kernel/ids.ts";
import type { OfferEntitlement } from "#modules/billing/catalogue/offer-entitlement.ts";
import { entitlementsOf } from "#modules/billing/queries/catalogue/price-row.ts";

/** What a sale gives: all an offer entitles to, as often as `quantity` says where a grant is per seat. */
export interface EntitlementSale {
  accountId: string;
  offerId: string;
  quantity: number;
  sourceKind: "subscription" | "purchase";
  sourceId: string;
  /** Of the sale: overage is priced in it. Left out: units beyond a soft quota cost nothing. */
  currency?: string;
  fromAt: Temporal.Instant;
  /** Null or left out: until ended. */
  untilAt?: Temporal.Instant | null;
}

interface GrantRow {
  key: string;
  quantity: number | null;
  meter: string | null;
  quota: string | null;
  overage_minor: number | null;
  currency: string | null;
}

const grantOf = (sale: EntitlementSale, entitlement: OfferEntitlement): GrantRow => {
  const { key, quantity, meter, quota, perSeat } = entitlement;
  const currency = sale.currency ?? null;
  return {
    key,
    quantity: quantity === null || !perSeat ? quantity : mulDiv(quantity, sale.quantity, 1),
    meter,
    quota,
    overage_minor: quota === "soft" && currency !== null ? (entitlement.overageMinor[currency] ?? 0) : null,
    currency,
  };
};

/** True when both say the same, whatever the order. */
function isSame(held: readonly GrantRow[], wanted: readonly GrantRow[]): boolean {
  const words = (grants: readonly GrantRow[]) =>
    grants
      .map(({ key, quantity, meter, quota, overage_minor: overage }) =>
        [key, quantity, meter, quota, overage].join("|"),
      )
      .toSorted()
      .join("\n");
  return words(held) === words(wanted);
}

/**
 * Grants what an offer entitles to now. Safe to call again: what the same source holds of the same offer is left when it
 * says the same, and otherwise ends where the new begins. Call with the source's row locked. Grants of the source for
 * other offers stay; end them with `endEntitlements`.
 */
export async function grantEntitlements(tx: Tx, sale: EntitlementSale): Promise<void> {
  const from = sale.fromAt.toString();
  const until = sale.untilAt?.toString() ?? null;
  const [offer] = await rows<{ entitlements: OfferEntitlement[] }>(
    tx,
    sql`SELECT ${entitlementsOf(sql`${sale.offerId}::uuid`)} AS entitlements`,
  );
  const wanted = (offer?.entitlements ?? []).map((entitlement) => grantOf(sale, entitlement));
  const held = await rows<GrantRow>(
    tx,
    sql`SELECT key, quantity, meter, quota, overage_minor, currency FROM billing.entitlement_grant
        WHERE source_id = ${sale.sourceId} AND offer_id = ${sale.offerId} AND from_at <= ${from}
          AND (until_at IS NULL OR until_at > ${from}) AND until_at IS NOT DISTINCT FROM ${until}::timestamptz`,
  );
  if (held.length > 0 && isSame(held, wanted)) return;
  await endEntitlements(tx, { sourceId: sale.sourceId, offerId: sale.offerId, at: sale.fromAt });
  const grants = wanted.map((grant) => ({
    ...grant,
    id: newId(),
    account_id: sale.accountId,
    offer_id: sale.offerId,
    source_kind: sale.sourceKind,
    source_id: sale.sourceId,
    from_at: from,
    until_at: until,
  }));
  await tx.execute(
    sql`INSERT INTO billing.entitlement_grant
        SELECT * FROM jsonb_populate_recordset(null::billing.entitlement_grant, ${JSON.stringify(grants)}::jsonb)`,
  );
}

/**
 * Ends what a source granted, or only its grants for one offer. Grants that begin later than `at` end before they begin;
 * safe to call again.
 */
export async function endEntitlements(
  tx: Tx,
  { sourceId, offerId, at }: { sourceId: string; offerId?: string; at: Temporal.Instant },
): Promise<void> {
  await tx.execute(
    sql`UPDATE billing.entitlement_grant SET until_at = greatest(from_at, ${at.toString()}::timestamptz)
        WHERE source_id = ${sourceId} AND (until_at IS NULL OR until_at > ${at.toString()})
          ${offerId === undefined ? sql`` : sql`AND offer_id = ${offerId}`}`,
  );
}
