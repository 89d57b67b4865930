import { type SQL } from "drizzle-orm";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { CouponPage, ListCoupons } from "#modules/billing/contract/coupons.ts";
import { type CouponRow, selectCoupons, toCoupon } from "#modules/billing/queries/catalogue/coupon-rows.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";
import type { CouponStanding } from "#modules/billing/rules/coupons/coupon-standing.ts";

/** The same as `couponStanding`, for the database to choose by. */
function standingIs(standing: CouponStanding, now: string): SQL {
  const over = sql`(coalesce(c.archived_at <= ${now}, false) OR coalesce(c.ends_at <= ${now}, false))`;
  const usedUp = sql`coalesce(c.redeemed >= c.max_redemptions, false)`;
  switch (standing) {
    case "over":
      return sql`AND ${over}`;
    case "used_up":
      return sql`AND NOT ${over} AND ${usedUp}`;
    case "scheduled":
      return sql`AND NOT ${over} AND NOT ${usedUp} AND c.starts_at > ${now}`;
    case "accepted":
      return sql`AND NOT ${over} AND NOT ${usedUp} AND c.starts_at <= ${now}`;
  }
}

/** Coupons, newest first. */
export const listCoupons = defineQuery({
  name: "billing.list_coupons",
  title: "List coupons",
  http: "GET /billing/coupons",
  access: "billing:read",
  input: ListCoupons,
  output: CouponPage,
  run: async ({ db, input, now }) => {
    const after = readCursor(input.cursor, 2);
    const { text, standing, limit } = input;
    const found = rows<CouponRow>(
      db,
      selectCoupons(sql`WHERE true ${standing ? standingIs(standing, now.toString()) : sql``}
        ${text ? sql`AND position(lower(${text}) in lower(c.code || ' ' || c.name)) > 0` : sql``}
        ${after ? sql`AND (c.created_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
        ORDER BY c.created_at DESC, c.id DESC LIMIT ${limit + 1}`),
    );
    const { items, nextCursor } = await pageOf(found, limit, ({ createdAt, id }) => [createdAt, id]);
    return { items: items.map((row) => toCoupon(row, now)), nextCursor };
  },
});
