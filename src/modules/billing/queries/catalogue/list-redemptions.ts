import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { type CouponRedemption, ListRedemptions, RedemptionPage } from "#modules/billing/contract/coupons.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";

type Row = z.output<typeof CouponRedemption> & { id: string };

/** Who used a coupon, and what their first invoice was lowered by; newest first. */
export const listRedemptions = defineQuery({
  name: "billing.list_redemptions",
  title: "List the uses of a coupon",
  http: "GET /billing/coupons/:couponId/redemptions",
  access: "billing:read",
  input: ListRedemptions,
  output: RedemptionPage,
  run: async ({ db, input }) => {
    const after = readCursor(input.cursor, 2);
    const found = rows<Row>(
      db,
      sql`SELECT r.id, r.account_id AS "accountId", coalesce(a.name, '') AS "accountName",
            o.reference AS "orderReference", to_jsonb(r.redeemed_at) AS "redeemedAt", o.currency,
            (SELECT i.discount_minor FROM billing.invoice i WHERE i.order_id = o.id AND i.kind = 'invoice'
             ORDER BY i.created_at, i.id LIMIT 1) AS "discountMinor"
          FROM billing.coupon_redemption r JOIN billing."order" o ON o.id = r.order_id
            LEFT JOIN people.account_name a ON a.id = r.account_id
          WHERE r.coupon_id = ${input.couponId}
            ${after ? sql`AND (r.redeemed_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
          ORDER BY r.redeemed_at DESC, r.id DESC LIMIT ${input.limit + 1}`,
    );
    return pageOf(found, input.limit, ({ redeemedAt, id }) => [redeemedAt, id]);
  },
});
