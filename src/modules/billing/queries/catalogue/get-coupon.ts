import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Coupon, CouponRef } from "#modules/billing/contract/coupons.ts";
import { type CouponRow, selectCoupons, toCoupon } from "#modules/billing/queries/catalogue/coupon-rows.ts";

/** One coupon. Errors: `billing.coupon_unknown`. */
export const getCoupon = defineQuery({
  name: "billing.get_coupon",
  title: "Show a coupon",
  http: "GET /billing/coupons/:couponId",
  access: "billing:read",
  input: CouponRef,
  output: Coupon,
  run: async ({ db, input, now }) => {
    const row = await firstRow<CouponRow>(db, selectCoupons(sql`WHERE c.id = ${input.couponId}`));
    if (!row) throw refuse("not_found", "billing.coupon_unknown", "There is no such coupon.");
    return toCoupon(row, now);
  },
});
