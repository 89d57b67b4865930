import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { couponProblem, type CouponTerms, UNKNOWN_COUPON } from "#modules/billing/rules/coupons/coupon.ts";

const COLUMNS = sql`c.id, c.code, c.name, c.percent_ppm AS "percentPpm", c.amount_minor AS "amountMinor", c.currency,
  c.duration, c.months, c.max_redemptions AS "maxRedemptions", c.redeemed, c.once_per_account AS "oncePerAccount",
  c.offer_ids AS "offerIds", c.starts_at AS "startsAt", c.ends_at AS "endsAt", c.archived_at AS "archivedAt"`;

/** What a code comes to for a sale: the coupon, or why it does not count; both null without a code. */
export interface FoundCoupon {
  coupon: CouponTerms | null;
  problem: string | null;
}

/**
 * Looks a code up for a sale. With `lock` the coupon's row stays locked, so that the last redemption goes to one buyer
 * alone.
 */
export async function findCoupon(
  db: Db | Tx,
  code: string | null,
  sale: {
    offerId: string;
    currency: string;
    accountId: string | null;
    now: Temporal.Instant;
    lock?: boolean;
  },
): Promise<FoundCoupon> {
  if (!code) return { coupon: null, problem: null };
  const coupon = await firstRow<CouponTerms>(
    db,
    sql`SELECT ${COLUMNS} FROM billing.coupon c WHERE c.code = ${code} ${sale.lock ? sql`FOR UPDATE` : sql``}`,
  );
  if (!coupon) return { coupon: null, problem: UNKNOWN_COUPON.message };
  const used = sale.accountId
    ? await firstRow<{ used: number }>(
        db,
        sql`SELECT count(*)::int AS used FROM billing.coupon_redemption
            WHERE coupon_id = ${coupon.id} AND account_id = ${sale.accountId}`,
      )
    : undefined;
  const problem = couponProblem(coupon, { ...sale, accountRedemptions: used?.used ?? 0 });
  return problem ? { coupon: null, problem: problem.message } : { coupon, problem: null };
}
