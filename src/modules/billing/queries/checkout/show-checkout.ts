import type { z } from "zod";
import type { Actor } from "#kernel/actor.ts";
import type { CompanySettings } from "#kernel/company.ts";
import type { Config } from "#kernel/config.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { accountOfBuyer } from "#modules/billing/checkout/buyer-account.ts";
import type { CheckoutRow } from "#modules/billing/checkout/checkout-row.ts";
import { quoteCheckout } from "#modules/billing/checkout/quote-checkout.ts";
import { termsInForce } from "#modules/billing/checkout/terms.ts";
import type { Checkout } from "#modules/billing/contract/checkout.ts";
import { offeredProviders } from "#modules/billing/payments/providers/registry.ts";
import { toQuote } from "#modules/billing/rules/quote.ts";

/** A checkout with its exact total, as its page and the API show it. */
export async function showCheckout(
  db: Db,
  given: {
    token: string;
    checkout: CheckoutRow;
    now: Temporal.Instant;
    actor: Actor;
    company: CompanySettings;
    config: Config;
  },
): Promise<z.input<typeof Checkout>> {
  const { token, checkout, now, actor, company, config } = given;
  const quote = await quoteCheckout(db, checkout, {
    now,
    companyZone: company.zone,
    zone: checkout.zone ?? company.zone,
    accountId: await accountOfBuyer(db, actor),
  });
  const { price } = quote;
  const order = checkout.order_id
    ? await firstRow<{ reference: string }>(
        db,
        sql`SELECT reference FROM billing."order" WHERE id = ${checkout.order_id}`,
      )
    : undefined;
  return {
    token,
    offer: {
      key: price.offer.key,
      name: price.offer.name,
      description: price.offer.description,
      product: price.product.name,
    },
    price: {
      id: price.id,
      cycle: price.terms.cycle,
      cycleCount: price.terms.cycleCount,
      currency: price.terms.currency,
      includesTax: price.terms.includesTax,
      isPerSeat: price.terms.scheme !== "flat",
    },
    quantity: checkout.quantity,
    buyer: checkout.buyer,
    couponCode: checkout.coupon_code,
    couponProblem: quote.couponProblem,
    quote: quote.computed && toQuote(quote.computed, price.terms.includesTax),
    instalments: quote.instalments,
    recurrence: quote.recurrence,
    trialEndsOn: quote.trialEndsOn,
    terms: await termsInForce(db, now),
    providers: offeredProviders(config).map(({ key, title, hint }) => ({ key, title, hint })),
    orderReference: order?.reference ?? null,
    expiresAt: Temporal.Instant.from(checkout.expires_at).toString(),
  };
}
