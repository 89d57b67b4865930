import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { countRedemptions, lockCoupon } from "#modules/billing/coupons/find-coupon.ts";
import { couponProblem, type CouponTerms, UNKNOWN_COUPON } from "#modules/billing/rules/coupons/coupon.ts";

/** For what a coupon is used up. */
export interface CouponRedemption {
  couponId: string;
  accountId: string;
  orderId: string;
  offerId: string;
  currency: string;
  now: Temporal.Instant;
}

/**
 * Uses a coupon for an order, once for each order. The coupon's row is locked, so that its limits hold whoever comes at
 * once. Errors: `billing.coupon_…` of `couponProblem`, with its sentence.
 */
export async function redeemCoupon(tx: Tx, use: CouponRedemption): Promise<CouponTerms> {
  const coupon = await lockCoupon(tx, use.couponId);
  const problem = coupon
    ? couponProblem(coupon, {
        offerId: use.offerId,
        currency: use.currency,
        accountRedemptions: await countRedemptions(tx, coupon.id, use.accountId),
        now: use.now,
      })
    : UNKNOWN_COUPON;
  if (!coupon || problem)
    throw refuse("conflict", `billing.${problem?.code}`, problem?.message ?? UNKNOWN_COUPON.message);
  await tx.execute(
    sql`INSERT INTO billing.coupon_redemption (id, coupon_id, account_id, order_id, redeemed_at)
        VALUES (${newId()}, ${use.couponId}, ${use.accountId}, ${use.orderId}, ${use.now.toString()})`,
  );
  await tx.execute(sql`UPDATE billing.coupon SET redeemed = redeemed + 1 WHERE id = ${use.couponId}`);
  return coupon;
}

/** Gives the use of a coupon back when its order came to nothing. Safe to call again, and without a coupon. */
export async function releaseCoupon(tx: Tx, orderId: string, now: Temporal.Instant): Promise<void> {
  const released = await rows<{ coupon_id: string }>(
    tx,
    sql`UPDATE billing.coupon_redemption SET released_at = ${now.toString()}
        WHERE order_id = ${orderId} AND released_at IS NULL RETURNING coupon_id`,
  );
  for (const { coupon_id: couponId } of released)
    await tx.execute(sql`UPDATE billing.coupon SET redeemed = redeemed - 1 WHERE id = ${couponId}`);
}
