import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow } from "#kernel/db/sql.ts";
import type { CouponTerms } from "#modules/billing/rules/coupons/coupon.ts";

const selectCoupon = (rest: SQL) => sql`
  SELECT id, code, name, percent_ppm AS "percentPpm", amount_minor AS "amountMinor", currency, duration, months,
    max_redemptions AS "maxRedemptions", redeemed, once_per_account AS "oncePerAccount", offer_ids AS "offerIds",
    to_jsonb(starts_at) AS "startsAt", to_jsonb(ends_at) AS "endsAt", to_jsonb(archived_at) AS "archivedAt"
  FROM billing.coupon ${rest}`;

/** The coupon of a code, in any case of letters; undefined when there is none. */
export const findCoupon = (db: Db, code: string): Promise<CouponTerms | undefined> =>
  firstRow<CouponTerms>(db, selectCoupon(sql`WHERE code = ${code.trim().toUpperCase()}`));

/** Locks a coupon for its use; undefined when there is none of this id. */
export const lockCoupon = (tx: Tx, couponId: string): Promise<CouponTerms | undefined> =>
  firstRow<CouponTerms>(tx, selectCoupon(sql`WHERE id = ${couponId} FOR UPDATE`));

/** How often an account has used a coupon, uses given back left out. */
export async function countRedemptions(db: Db, couponId: string, accountId: string): Promise<number> {
  const row = await firstRow<{ count: number }>(
    db,
    sql`SELECT count(*)::int AS count FROM billing.coupon_redemption
        WHERE coupon_id = ${couponId} AND account_id = ${accountId} AND released_at IS NULL`,
  );
  return row?.count ?? 0;
}
