import { refuse } from "#kernel/errors.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCheckout } from "#modules/billing/checkout/checkout-row.ts";
import { Checkout, UpdateCheckout } from "#modules/billing/contract/checkout.ts";
import { requestTaxIdCheck } from "#modules/billing/tax/request-tax-id-check.ts";
import { showCheckout } from "#modules/billing/queries/checkout/show-checkout.ts";

/** Takes the buyer's details and answers with the exact total. Errors: `billing.checkout_unknown`, `billing.order_placed`. */
export const updateCheckout = defineCommand({
  name: "billing.update_checkout",
  title: "Enter who buys",
  http: "PUT /checkouts/:token/buyer",
  access: "public",
  unaudited: true,
  input: UpdateCheckout,
  output: Checkout,
  run: async (context) => {
    const { tx, now, input, actor } = context;
    const checkout = await lockCheckout(tx, input.token, now);
    if (checkout.order_id)
      throw refuse(
        "conflict",
        "billing.order_placed",
        "This order is placed already. Nothing more is to be done here.",
      );
    const { token, buyer, couponCode } = input;
    const quantity = input.quantity ?? checkout.quantity;
    await tx.execute(
      sql`UPDATE billing.checkout SET buyer = ${JSON.stringify(buyer)}::jsonb, quantity = ${quantity},
            coupon_code = ${couponCode || null} WHERE id = ${checkout.id}`,
    );
    if (buyer.taxId) await requestTaxIdCheck(context, { taxId: buyer.taxId, country: buyer.country });
    const changed = { ...checkout, buyer, quantity, coupon_code: couponCode || null };
    return showCheckout(tx, {
      token,
      checkout: changed,
      now,
      actor,
      company: await context.company(),
      config: context.config,
    });
  },
});
