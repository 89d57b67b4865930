import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListReferrals, ReferralPage } from "#modules/billing/contract/partners.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";

type Item = z.output<typeof ReferralPage>["items"][number];
type Row = Omit<Item, "placedAt" | "touchedAt"> & { placed_at: string; touched_at: string };

/** Orders that came by a partner's link, latest first; refused ones too, with the reason. */
export const listReferrals = defineQuery({
  name: "billing.list_referrals",
  title: "List the orders a partner brought",
  http: "GET /billing/partners/:partnerId/referrals",
  access: "billing:read",
  input: ListReferrals,
  output: ReferralPage,
  run: async ({ db, input }) => {
    const after = readCursor(input.cursor, 2);
    const found = rows<Row>(
      db,
      sql`SELECT r.order_id AS "orderId", o.reference AS "orderReference", r.buyer_account_id AS "buyerAccountId",
            a.name AS "buyerName", r.placed_at, r.touched_at, o.status, r.refused
          FROM billing.referral r JOIN billing."order" o ON o.id = r.order_id
          JOIN people.account_name a ON a.id = r.buyer_account_id
          WHERE r.partner_id = ${input.partnerId}
            ${after ? sql`AND (r.placed_at, r.order_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
          ORDER BY r.placed_at DESC, r.order_id DESC LIMIT ${input.limit + 1}`,
    );
    const { items, nextCursor } = await pageOf(found, input.limit, ({ placed_at, orderId }) => [
      placed_at,
      orderId,
    ]);
    return {
      items: items.map(({ placed_at, touched_at, ...referral }) => ({
        ...referral,
        placedAt: Temporal.Instant.from(placed_at).toString(),
        touchedAt: Temporal.Instant.from(touched_at).toString(),
      })),
      nextCursor,
    };
  },
});
