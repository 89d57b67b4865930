import { defineQuery } from "#kernel/operation/operation.ts";
import { getCheckoutRow } from "#modules/billing/checkout/checkout-row.ts";
import { Checkout, CheckoutRef } from "#modules/billing/contract/checkout.ts";
import { showCheckout } from "#modules/billing/queries/checkout/show-checkout.ts";

/** A checkout, for who holds its token. Errors: `billing.checkout_unknown`. */
export const getCheckout = defineQuery({
  name: "billing.get_checkout",
  title: "Look at a checkout",
  http: "GET /checkouts/:token",
  access: "public",
  input: CheckoutRef,
  output: Checkout,
  run: async ({ db, now, actor, config, company, input: { token } }) => {
    const checkout = await getCheckoutRow(db, token, now);
    return showCheckout(db, { token, checkout, now, actor, company: await company(), config });
  },
});
