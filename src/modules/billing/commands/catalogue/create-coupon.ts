import type { Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { currencyExponent } from "#kernel/money.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { CreateCoupon, CreatedCoupon } from "#modules/billing/contract/coupons.ts";
import { CouponCreated } from "#modules/billing/events/catalogue.ts";

async function checkOffers(tx: Tx, offerIds: readonly string[] | null): Promise<void> {
  if (offerIds === null) return;
  const found = await rows<{ id: string }>(
    tx,
    sql`SELECT id FROM billing.offer WHERE id = ANY(${sql.param(offerIds)}::uuid[])`,
  );
  const known = new Set(found.map(({ id }) => id));
  if (offerIds.some((id) => !known.has(id)))
    throw refuse("not_found", "billing.offer_unknown", "One of the offers is not there.");
}

/** Adds a coupon. Errors: `billing.code_taken`, `billing.offer_unknown`, `billing.coupon_window_empty`, `money.currency_unknown`. */
export const createCoupon = defineCommand({
  name: "billing.create_coupon",
  title: "Create a coupon",
  http: "POST /billing/coupons",
  access: "billing:catalogue",
  confirm: true,
  input: CreateCoupon,
  output: CreatedCoupon,
  run: async ({ tx, input, now, emit }) => {
    if (input.currency !== null) currencyExponent(input.currency);
    const startsAt = input.startsAt ?? now.toString();
    if (input.endsAt !== null && Temporal.Instant.compare(input.endsAt, startsAt) <= 0)
      throw refuse("invalid", "billing.coupon_window_empty", "The coupon would end before it begins.", {
        issues: [{ path: "endsAt", message: "must be later than the beginning" }],
      });
    await checkOffers(tx, input.offerIds);
    const couponId = newId();
    const offerIds = input.offerIds === null ? null : [...new Set(input.offerIds)];
    const made = await firstRow(
      tx,
      sql`INSERT INTO billing.coupon (id, code, name, percent_ppm, amount_minor, currency, duration, months,
            max_redemptions, once_per_account, offer_ids, starts_at, ends_at, created_at)
          VALUES (${couponId}, ${input.code}, ${input.name}, ${input.percentPpm}, ${input.amountMinor}, ${input.currency},
            ${input.duration}, ${input.months}, ${input.maxRedemptions}, ${input.oncePerAccount},
            ${offerIds === null ? null : sql.param(offerIds)}::uuid[], ${startsAt}, ${input.endsAt}, ${now.toString()})
          ON CONFLICT (code) DO NOTHING RETURNING id`,
    );
    if (!made)
      throw refuse(
        "conflict",
        "billing.code_taken",
        `There is a coupon ${input.code} already. Choose another code.`,
      );
    await emit(CouponCreated, { couponId, code: input.code });
    return { couponId };
  },
});
