import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { termsOfPrice } from "#modules/billing/queries/catalogue/price-row.ts";
import type { CouponDuration } from "#modules/billing/rules/coupons/coupon.ts";
import { lockCredit, lockCredits } from "#modules/billing/invoices/credit-balance.ts";
import type { DraftDiscount, PriceTerms } from "#modules/billing/rules/types.ts";

export type SubscriptionStatus =
  | "incomplete"
  | "trialing"
  | "active"
  | "past_due"
  | "suspended"
  | "paused"
  | "cancelled";

/** A subscription with what its price and coupon say. Days are local days of `zone`. */
export interface SubscriptionRow {
  id: string;
  account_id: string;
  order_id: string | null;
  offer_id: string;
  offer_key: string;
  offer_name: string;
  product_name: string;
  tax_category: string;
  price_id: string;
  quantity: number;
  currency: string;
  zone: string;
  status: SubscriptionStatus;
  anchor_on: string | null;
  period_index: number;
  period_starts_on: string | null;
  period_ends_on: string | null;
  trial_ends_on: string | null;
  cancel_on: string | null;
  paused_on: string | null;
  resumes_on: string | null;
  pending_change: { priceId: string; quantity: number } | null;
  coupon: (DraftDiscount & { duration: CouponDuration; months: number | null }) | null;
  coupon_until_on: string | null;
  provider: string;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
  end_reason: string | null;
  terms: PriceTerms;
}

const COUPON_JSON = sql`CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('label', c.name, 'percentPpm', c.percent_ppm,
  'amountMinor', c.amount_minor, 'offerIds', c.offer_ids, 'duration', c.duration, 'months', c.months) END`;

/** Columns of `SubscriptionRow`, of the tables in `SUBSCRIPTION_TABLES`. */
export const SUBSCRIPTION_COLUMNS = sql`s.id, s.account_id, s.order_id, s.offer_id, o.key AS offer_key, o.name AS offer_name,
  d.name AS product_name, d.tax_category, s.price_id, s.quantity, s.currency, s.zone, s.status, s.anchor_on, s.period_index,
  s.period_starts_on, s.period_ends_on, s.trial_ends_on, s.cancel_on, s.paused_on, s.resumes_on, s.pending_change,
  ${COUPON_JSON} AS coupon, s.coupon_until_on, s.provider, s.created_at, s.started_at, s.ended_at, s.end_reason,
  ${termsOfPrice} AS terms`;

export const SUBSCRIPTION_TABLES = sql`billing.subscription s JOIN billing.offer o ON o.id = s.offer_id
  JOIN billing.product d ON d.id = o.product_id JOIN billing.price p ON p.id = s.price_id
  LEFT JOIN billing.coupon c ON c.id = s.coupon_id`;

/** The error of a subscription that is not there, or not the asker's. */
export const subscriptionUnknown = () =>
  refuse("not_found", "billing.subscription_unknown", "There is no such subscription.");

/** Reads a subscription. Errors: `billing.subscription_unknown`. */
export async function getSubscription(db: Db, subscriptionId: string): Promise<SubscriptionRow> {
  const row = await firstRow<SubscriptionRow>(
    db,
    sql`SELECT ${SUBSCRIPTION_COLUMNS} FROM ${SUBSCRIPTION_TABLES} WHERE s.id = ${subscriptionId}`,
  );
  if (!row) throw subscriptionUnknown();
  return row;
}

/** Locks a subscription for a change. Errors: `billing.subscription_unknown`. */
export async function lockSubscription(tx: Tx, subscriptionId: string): Promise<SubscriptionRow> {
  const row = await firstRow<SubscriptionRow>(
    tx,
    sql`SELECT ${SUBSCRIPTION_COLUMNS} FROM ${SUBSCRIPTION_TABLES} WHERE s.id = ${subscriptionId} FOR UPDATE OF s`,
  );
  if (!row) throw subscriptionUnknown();
  return row;
}

/**
 * Locks a subscription for what may issue an invoice: the money of its account first, as everywhere, so that a payment
 * coming in at the same moment and this do not wait for each other. Errors: `billing.subscription_unknown`.
 */
export async function lockToBill(tx: Tx, subscriptionId: string): Promise<SubscriptionRow> {
  const row = await firstRow<{ account_id: string }>(
    tx,
    sql`SELECT account_id FROM billing.subscription WHERE id = ${subscriptionId}`,
  );
  if (!row) throw subscriptionUnknown();
  await lockCredit(tx, row.account_id);
  return lockSubscription(tx, subscriptionId);
}

/**
 * Locks many subscriptions to bill them, the money of their accounts first; those that somebody else is at are left out.
 * In the order of their ids, so that a run that was broken off numbers its invoices as one that was not.
 */
export async function lockManyToBill(tx: Tx, subscriptionIds: readonly string[]): Promise<SubscriptionRow[]> {
  const ids = sql`${sql.param(subscriptionIds)}::uuid[]`;
  const accounts = await rows<{ account_id: string }>(
    tx,
    sql`SELECT DISTINCT account_id FROM billing.subscription WHERE id = ANY (${ids})`,
  );
  await lockCredits(
    tx,
    accounts.map(({ account_id }) => account_id),
  );
  return rows<SubscriptionRow>(
    tx,
    sql`SELECT ${SUBSCRIPTION_COLUMNS} FROM ${SUBSCRIPTION_TABLES}
        WHERE s.id = ANY (${ids}) ORDER BY s.id FOR UPDATE OF s SKIP LOCKED`,
  );
}

/** The subscription an order became; undefined for an order of something else. */
export const findSubscriptionOfOrder = (tx: Tx, orderId: string): Promise<SubscriptionRow | undefined> =>
  firstRow<SubscriptionRow>(
    tx,
    sql`SELECT ${SUBSCRIPTION_COLUMNS} FROM ${SUBSCRIPTION_TABLES} WHERE s.order_id = ${orderId} FOR UPDATE OF s`,
  );
