import { localDate } from "#kernel/clock.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { endCustomer, getAccount, recordCustomer } from "#modules/people/index.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { endEntitlements, grantEntitlements } from "#modules/billing/entitlements/grant.ts";
import { PurchaseAccessChanged, PurchaseActivated } from "#modules/billing/events/subscriptions.ts";
import { startEarning } from "#modules/billing/ledger/earning.ts";

export interface PurchaseRow {
  id: string;
  account_id: string;
  order_id: string;
  offer_id: string;
  offer_key: string;
  price_id: string;
  quantity: number;
  currency: string;
  status: "pending" | "active" | "suspended" | "refunded" | "cancelled";
  access_days: number | null;
  access_from_at: string | null;
  access_until_at: string | null;
}

const COLUMNS = sql`u.id, u.account_id, u.order_id, u.offer_id, o.key AS offer_key, u.price_id, u.quantity, p.currency,
  u.status, o.access_days, u.access_from_at, u.access_until_at`;
const TABLES = sql`billing.purchase u JOIN billing.offer o ON o.id = u.offer_id JOIN billing.price p ON p.id = u.price_id`;

/** Locks what was bought once; undefined when the order was for something else. */
export const lockPurchase = (
  tx: Tx,
  by: { purchaseId: string } | { orderId: string },
): Promise<PurchaseRow | undefined> =>
  firstRow<PurchaseRow>(
    tx,
    sql`SELECT ${COLUMNS} FROM ${TABLES}
        WHERE ${"purchaseId" in by ? sql`u.id = ${by.purchaseId}` : sql`u.order_id = ${by.orderId}`} FOR UPDATE OF u`,
  );

async function give(ctx: BillingContext, purchase: PurchaseRow, untilAt: string | null): Promise<void> {
  await grantEntitlements(ctx.tx, {
    accountId: purchase.account_id,
    offerId: purchase.offer_id,
    quantity: purchase.quantity,
    sourceKind: "purchase",
    sourceId: purchase.id,
    currency: purchase.currency,
    fromAt: ctx.now,
    untilAt: untilAt ? Temporal.Instant.from(untilAt) : undefined,
  });
  await recordCustomer(ctx, {
    accountId: purchase.account_id,
    sourceKind: "purchase",
    sourceId: purchase.id,
    fromAt: ctx.now,
  });
}

/** What a course earns itself over where no access period says so: a year. */
const EARNED_DAYS = 365;

/** The days over which what was bought is earned: from the first day of access, where the customer lives. */
async function earningDays(ctx: BillingContext, purchase: PurchaseRow, from: Temporal.Instant) {
  const { zone } = await getAccount(ctx.tx, purchase.account_id);
  const fromOn = localDate(from, zone);
  return { zone, fromOn, untilOn: fromOn.add({ days: purchase.access_days ?? EARNED_DAYS }) };
}

/** Access begins now: the price, or its first instalment, is paid. Further instalments earn over the same days. */
export async function activatePurchase(
  ctx: BillingContext,
  purchase: PurchaseRow,
  invoiceId: string,
): Promise<void> {
  const { zone, fromOn, untilOn } = await earningDays(ctx, purchase, ctx.now);
  const untilAt = purchase.access_days ? untilOn.toZonedDateTime(zone).toInstant().toString() : null;
  await ctx.tx.execute(
    sql`UPDATE billing.purchase SET status = 'active', access_from_at = ${ctx.now.toString()},
          access_until_at = ${untilAt} WHERE id = ${purchase.id}`,
  );
  await give(ctx, purchase, untilAt);
  await startEarning(ctx.tx, { invoiceId, fromOn: fromOn.toString(), untilOn: untilOn.toString() });
  await ctx.emit(PurchaseActivated, {
    accountId: purchase.account_id,
    purchaseId: purchase.id,
    offerKey: purchase.offer_key,
    accessUntilAt: untilAt,
  });
}

/** Begins to earn a further instalment, over the days the course is open anyway. */
export async function earnInstalment(
  ctx: BillingContext,
  purchase: PurchaseRow,
  invoiceId: string,
): Promise<void> {
  if (!purchase.access_from_at) return;
  const { fromOn, untilOn } = await earningDays(
    ctx,
    purchase,
    Temporal.Instant.from(purchase.access_from_at),
  );
  await startEarning(ctx.tx, { invoiceId, fromOn: fromOn.toString(), untilOn: untilOn.toString() });
}

const tell = (
  ctx: BillingContext,
  purchase: PurchaseRow,
  change: "suspended" | "restored" | "refunded" | "cancelled",
) =>
  ctx.emit(PurchaseAccessChanged, {
    accountId: purchase.account_id,
    purchaseId: purchase.id,
    offerKey: purchase.offer_key,
    change,
  });

/** Holds access back while an instalment is missing. Does nothing unless it is open. */
export async function suspendPurchase(ctx: BillingContext, purchase: PurchaseRow): Promise<void> {
  if (purchase.status !== "active") return;
  await ctx.tx.execute(sql`UPDATE billing.purchase SET status = 'suspended' WHERE id = ${purchase.id}`);
  await endEntitlements(ctx.tx, { sourceId: purchase.id, at: ctx.now });
  await tell(ctx, purchase, "suspended");
}

/** Gives access again; the last day stays what it was. Does nothing unless it was held back. */
export async function restorePurchase(ctx: BillingContext, purchase: PurchaseRow): Promise<void> {
  if (purchase.status !== "suspended") return;
  await ctx.tx.execute(sql`UPDATE billing.purchase SET status = 'active' WHERE id = ${purchase.id}`);
  await give(ctx, purchase, purchase.access_until_at);
  await tell(ctx, purchase, "restored");
}

/** Ends access for good: the money went back, or the purchase was given up. Instalments not yet due fall away. */
export async function endPurchase(
  ctx: BillingContext,
  purchase: PurchaseRow,
  outcome: "refunded" | "cancelled",
): Promise<void> {
  if (purchase.status === "refunded" || purchase.status === "cancelled") return;
  await ctx.tx.execute(
    sql`UPDATE billing.purchase SET status = ${outcome}, ended_at = ${ctx.now.toString()} WHERE id = ${purchase.id}`,
  );
  await ctx.tx.execute(
    sql`UPDATE billing.instalment SET cancelled_at = ${ctx.now.toString()}
        WHERE purchase_id = ${purchase.id} AND invoice_id IS NULL AND cancelled_at IS NULL`,
  );
  await endEntitlements(ctx.tx, { sourceId: purchase.id, at: ctx.now });
  await endCustomer(ctx, { sourceId: purchase.id, untilAt: ctx.now });
  await tell(ctx, purchase, outcome);
}
