import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Coupon } from "#modules/billing/contract/coupons.ts";
import { couponStanding } from "#modules/billing/rules/coupons/coupon-standing.ts";

type CouponOut = z.output<typeof Coupon>;
export type CouponRow = Omit<CouponOut, "standing">;

/** Selects `CouponRow`s, of a table called c. */
export const selectCoupons = (rest: SQL): SQL => sql`
  SELECT c.id, c.code, c.name, c.percent_ppm AS "percentPpm", c.amount_minor AS "amountMinor", c.currency, c.duration,
    c.months, c.max_redemptions AS "maxRedemptions", c.redeemed, c.once_per_account AS "oncePerAccount",
    CASE WHEN c.offer_ids IS NOT NULL THEN coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id,
      'name', CASE WHEN o.name = d.name THEN o.name ELSE d.name || ': ' || o.name END) ORDER BY d.position, o.position)
      FROM billing.offer o JOIN billing.product d ON d.id = o.product_id WHERE o.id = ANY(c.offer_ids)), '[]') END AS offers,
    to_jsonb(c.starts_at) AS "startsAt", to_jsonb(c.ends_at) AS "endsAt", to_jsonb(c.archived_at) AS "archivedAt",
    to_jsonb(c.created_at) AS "createdAt"
  FROM billing.coupon c ${rest}`;

/** A coupon with where it stands at an instant. */
export const toCoupon = (row: CouponRow, now: Temporal.Instant): CouponOut => ({
  ...row,
  standing: couponStanding(row, now),
});
