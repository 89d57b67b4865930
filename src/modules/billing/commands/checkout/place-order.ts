import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ensureBuyer, getAccount } from "#modules/people/index.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { type CheckoutRow, lockCheckout } from "#modules/billing/checkout/checkout-row.ts";
import { createOrder, type NewOrder } from "#modules/billing/checkout/create-order.ts";
import { type CheckoutQuote, demandOnSale, quoteCheckout } from "#modules/billing/checkout/quote-checkout.ts";
import { termsInForce } from "#modules/billing/checkout/terms.ts";
import type { Buyer } from "#modules/billing/contract/buyer.ts";
import { OrderState, PlaceOrder } from "#modules/billing/contract/checkout.ts";
import { OrderPlaced } from "#modules/billing/events/subscriptions.ts";
import { issueInvoice } from "#modules/billing/invoices/issue-invoices.ts";
import { attributeOrder } from "#modules/billing/partners/attribute-order.ts";
import { collectByProvider } from "#modules/billing/payments/collect-by-provider.ts";
import { demandProvider } from "#modules/billing/payments/providers/registry.ts";
import { showOrder } from "#modules/billing/queries/checkout/show-order.ts";
import { billingRules } from "#modules/billing/subscriptions/billing-rules.ts";
import { getSubscription } from "#modules/billing/subscriptions/load-subscription.ts";
import { startTrial } from "#modules/billing/subscriptions/start-subscription.ts";

const detailsMissing = () =>
  refuse("invalid", "billing.buyer_missing", "Fill in who buys before the order is placed.");

const totalChanged = (totalMinor: number) =>
  refuse(
    "conflict",
    "billing.total_changed",
    "The amount has changed since it was shown. Look at it again before you order; nothing is owed so far.",
    { data: { totalMinor } },
  );

async function beginTrial(ctx: BillingContext, order: NewOrder, quote: CheckoutQuote): Promise<void> {
  if (!order.subscriptionId) return;
  const subscription = await getSubscription(ctx.tx, order.subscriptionId);
  await startTrial(ctx, subscription, quote.price.offer.trialDays);
  await ctx.tx.execute(
    sql`UPDATE billing."order" SET status = 'paid', paid_at = ${ctx.now.toString()} WHERE id = ${order.id}`,
  );
}

async function billOrder(
  ctx: BillingContext,
  order: NewOrder,
  sale: { quote: CheckoutQuote; checkout: CheckoutRow; buyer: Buyer; accountId: string; provider: string },
): Promise<void> {
  const { orderDueDays } = await billingRules(ctx.tx);
  const invoice = await issueInvoice(ctx, {
    accountId: sale.accountId,
    sourceKey: `order:${order.id}`,
    sourceKind: "order",
    orderId: order.id,
    purchaseId: order.purchaseId ?? undefined,
    subscriptionId: order.subscriptionId ?? undefined,
    draft: sale.quote.drawn.first,
    customer: { ...sale.buyer, locale: sale.checkout.locale },
    clientCountry: sale.checkout.client_country,
    dueInDays: sale.provider === "bank_transfer" ? orderDueDays : 0,
  });
  await ctx.tx.execute(
    sql`UPDATE billing.instalment SET invoice_id = ${invoice.id} WHERE purchase_id = ${order.purchaseId} AND position = 1`,
  );
  if (invoice.openMinor > 0)
    await collectByProvider(ctx, { invoiceId: invoice.id, provider: sale.provider, returnPath: "/thanks" });
}

/** Makes the order of a locked checkout, and what it begins: a trial, or an invoice to pay. */
async function orderFor(
  ctx: BillingContext,
  asked: {
    checkout: CheckoutRow;
    buyer: Buyer;
    signedInId: string | null;
    totalMinor: number;
    provider: string;
    termsSha256: string;
  },
): Promise<NewOrder> {
  const { tx, now } = ctx;
  const { checkout, buyer, provider } = asked;
  const company = await ctx.company();
  const { personId, accountId } = await ensureBuyer(ctx, {
    ...buyer,
    currency: company.currency,
    locale: checkout.locale,
    zone: checkout.zone ?? company.zone,
    signedInPersonId: asked.signedInId,
  });
  const { zone } = await getAccount(tx, accountId);
  const given = { now, companyZone: company.zone, zone, accountId, lockCoupon: true };
  const quote = await quoteCheckout(tx, checkout, given);
  demandAsShown(quote, asked.totalMinor, now);
  const sale = { checkout, buyer, quote, accountId, provider };
  const { termsSha256 } = asked;
  const order = await createOrder(ctx, { ...sale, personId, zone, termsSha256 });
  const partnerId = await attributeOrder(tx, {
    orderId: order.id,
    checkoutId: checkout.id,
    accountId,
    personId,
    email: buyer.email,
    taxId: buyer.taxId,
    at: now,
  });
  await ctx.emit(OrderPlaced, {
    accountId,
    orderId: order.id,
    reference: order.reference,
    offerKey: quote.price.offer.key,
    quantity: checkout.quantity,
    partnerId,
  });
  if (quote.trialEndsOn) await beginTrial(ctx, order, quote);
  else await billOrder(ctx, order, sale);
  return order;
}

/** Refuses what is not sold any more, a coupon that is used up, and any other total than the buyer saw. */
function demandAsShown(quote: CheckoutQuote, shownMinor: number, now: Temporal.Instant): void {
  demandOnSale(quote.price, now);
  if (quote.couponProblem) throw refuse("conflict", "billing.coupon_unusable", quote.couponProblem);
  const totalMinor = quote.trialEndsOn ? 0 : (quote.computed?.totalMinor ?? 0);
  if (totalMinor !== shownMinor) throw totalChanged(totalMinor);
}

/**
 * Turns a checkout into an order with its invoice; a second click gets the same order. What the buyer saw is what is owed:
 * any other total refuses. A trial has no invoice. Errors: `billing.checkout_unknown`, `billing.buyer_missing`,
 * `billing.terms_changed`, `billing.total_changed`, `billing.coupon_unusable`, `billing.price_ended`,
 * `billing.provider_unknown`.
 */
export const placeOrder = defineCommand({
  name: "billing.place_order",
  title: "Place the order",
  http: "POST /checkouts/:token/order",
  access: "public",
  input: PlaceOrder,
  output: OrderState,
  run: async (context) => {
    const { tx, now, input, actor, config } = context;
    const checkout = await lockCheckout(tx, input.token, now);
    if (checkout.order_id) return showOrder(tx, checkout.order_id);
    const { buyer } = checkout;
    if (!buyer) throw detailsMissing();
    demandProvider(config, input.provider);
    const terms = await termsInForce(tx, now);
    if (terms.sha256 !== input.termsSha256)
      throw refuse(
        "conflict",
        "billing.terms_changed",
        "The conditions of sale have changed since they were shown. Read them again before you order.",
      );
    const order = await orderFor(context, { ...input, checkout, buyer, signedInId: actorPersonId(actor) });
    return showOrder(tx, order.id);
  },
});
