import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import type { CheckoutRow } from "#modules/billing/checkout/checkout-row.ts";
import { orderReference } from "#modules/billing/checkout/order-reference.ts";
import type { CheckoutQuote } from "#modules/billing/checkout/quote-checkout.ts";
import type { Buyer } from "#modules/billing/contract/buyer.ts";

export interface NewOrder {
  id: string;
  reference: string;
  purchaseId: string | null;
  subscriptionId: string | null;
}

async function insertPurchase(ctx: BillingContext, order: OrderFacts, orderId: string): Promise<string> {
  const { quote, accountId, checkout } = order;
  const id = newId();
  await ctx.tx.execute(
    sql`INSERT INTO billing.purchase (id, account_id, order_id, offer_id, price_id, quantity, status, created_at)
        VALUES (${id}, ${accountId}, ${orderId}, ${quote.price.offer.id}, ${quote.price.id}, ${checkout.quantity}, 'pending',
                ${ctx.now.toString()})`,
  );
  for (const term of quote.drawn.terms)
    await ctx.tx.execute(
      sql`INSERT INTO billing.instalment (id, account_id, purchase_id, position, due_on, amount_minor, currency)
          VALUES (${newId()}, ${accountId}, ${id}, ${term.position}, ${term.dueOn}, ${term.amountMinor},
                  ${quote.price.terms.currency})`,
    );
  return id;
}

async function insertSubscription(ctx: BillingContext, order: OrderFacts, orderId: string): Promise<string> {
  const { quote, accountId, checkout } = order;
  const id = newId();
  await ctx.tx.execute(
    sql`INSERT INTO billing.subscription (id, account_id, order_id, offer_id, price_id, quantity, currency, zone, status,
          coupon_id, provider, created_at)
        VALUES (${id}, ${accountId}, ${orderId}, ${quote.price.offer.id}, ${quote.price.id}, ${checkout.quantity},
                ${quote.price.terms.currency}, ${order.zone}, 'incomplete', ${quote.coupon?.id ?? null},
                ${order.provider}, ${ctx.now.toString()})`,
  );
  return id;
}

export interface OrderFacts {
  checkout: CheckoutRow;
  buyer: Buyer;
  quote: CheckoutQuote;
  accountId: string;
  personId: string;
  zone: string;
  provider: string;
  termsSha256: string;
}

/** Writes the order and what it is for: a purchase with its instalments, or a subscription that waits for its money. */
export async function createOrder(ctx: BillingContext, order: OrderFacts): Promise<NewOrder> {
  const { checkout, quote, accountId } = order;
  const id = newId();
  const reference = orderReference();
  const at = ctx.now.toString();
  await ctx.tx.execute(
    sql`INSERT INTO billing."order" (id, reference, account_id, person_id, checkout_id, price_id, quantity, currency,
          provider, status, buyer, coupon_id, terms_sha256, terms_accepted_at, placed_at)
        VALUES (${id}, ${reference}, ${accountId}, ${order.personId}, ${checkout.id}, ${quote.price.id},
                ${checkout.quantity}, ${quote.price.terms.currency}, ${order.provider}, 'open',
                ${JSON.stringify({ ...order.buyer, locale: checkout.locale })}::jsonb, ${quote.coupon?.id ?? null},
                ${order.termsSha256}, ${at}, ${at})`,
  );
  if (quote.coupon) {
    await ctx.tx.execute(
      sql`UPDATE billing.coupon SET redeemed = redeemed + 1 WHERE id = ${quote.coupon.id}`,
    );
    await ctx.tx.execute(
      sql`INSERT INTO billing.coupon_redemption (id, coupon_id, account_id, order_id, redeemed_at)
          VALUES (${newId()}, ${quote.coupon.id}, ${accountId}, ${id}, ${at})`,
    );
  }
  await ctx.tx.execute(
    sql`UPDATE billing.checkout SET order_id = ${id}, account_id = ${accountId}, person_id = ${order.personId}
        WHERE id = ${checkout.id}`,
  );
  await ctx.tx.execute(
    sql`UPDATE billing.price SET used_at = ${at} WHERE id = ${quote.price.id} AND used_at IS NULL`,
  );
  const isRecurring = quote.price.terms.cycle === "month" || quote.price.terms.cycle === "year";
  return {
    id,
    reference,
    purchaseId: isRecurring ? null : await insertPurchase(ctx, order, id),
    subscriptionId: isRecurring ? await insertSubscription(ctx, order, id) : null,
  };
}
