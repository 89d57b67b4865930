import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { Done } from "#modules/billing/contract/catalogue.ts";
import { CouponRef } from "#modules/billing/contract/coupons.ts";
import { CouponArchived } from "#modules/billing/events/catalogue.ts";

/** Accepts a coupon no longer. Who used it keeps what it gives. Errors: `billing.coupon_unknown`. */
export const archiveCoupon = defineCommand({
  name: "billing.archive_coupon",
  title: "Archive a coupon",
  http: "POST /billing/coupons/:couponId/archival",
  access: "billing:catalogue",
  input: CouponRef,
  output: Done,
  load: async (tx, { couponId }) => {
    const coupon = await firstRow<{ id: string; code: string; archived_at: string | null }>(
      tx,
      sql`SELECT id, code, archived_at FROM billing.coupon WHERE id = ${couponId} FOR UPDATE`,
    );
    if (!coupon) throw refuse("not_found", "billing.coupon_unknown", "There is no such coupon.");
    return coupon;
  },
  run: async ({ tx, now, emit }, coupon) => {
    if (coupon.archived_at !== null) return {};
    await tx.execute(sql`UPDATE billing.coupon SET archived_at = ${now.toString()} WHERE id = ${coupon.id}`);
    await emit(CouponArchived, { couponId: coupon.id, code: coupon.code });
    return {};
  },
});
