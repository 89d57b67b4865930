import type { Stripe } from "stripe";
import { refuse } from "#kernel/errors.ts";
import type { AttemptInHand, InvoiceToPay } from "#modules/billing/payments/providers/provider.ts";
import { ensureCustomer } from "#modules/billing/payments/providers/stripe/ensure-customer.ts";
import { toStripeAmount } from "#modules/billing/rules/payments/stripe-amount.ts";

/** The amount in Stripe's count. Errors: `billing.amount_not_chargeable`. */
export function amountAtStripe(invoice: InvoiceToPay): number {
  const amount = toStripeAmount(invoice.amountMinor, invoice.currency);
  if (amount !== undefined) return amount;
  throw refuse(
    "conflict",
    "billing.amount_not_chargeable",
    `Cards cannot be charged this amount in ${invoice.currency} to the last unit. Pay by bank transfer.`,
  );
}

/** What ties an object at Stripe to ours. */
export const tiesOf = (invoice: InvoiceToPay, attempt: AttemptInHand, flow: "checkout" | "charge") => ({
  cairn_attempt: attempt.attemptId,
  cairn_invoice: invoice.fullNumber,
  cairn_account: invoice.customer.accountId,
  cairn_flow: flow,
});

/** Opens a page of Stripe on which the customer pays the invoice. Repeated under one key it is the same page. */
export async function openSession(
  client: Stripe,
  invoice: InvoiceToPay,
  attempt: AttemptInHand,
): Promise<Stripe.Checkout.Session> {
  const customer = await ensureCustomer(client, invoice.customer, attempt.keepCustomer);
  const metadata = tiesOf(invoice, attempt, "checkout");
  return client.checkout.sessions.create(
    {
      mode: "payment",
      customer,
      client_reference_id: attempt.attemptId,
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: invoice.currency.toLowerCase(),
            unit_amount: amountAtStripe(invoice),
            product_data: { name: invoice.description },
          },
        },
      ],
      payment_intent_data: {
        description: invoice.description,
        metadata,
        ...(invoice.saveMethod ? { setup_future_usage: "off_session" as const } : {}),
      },
      metadata,
      success_url: attempt.returnUrl,
      cancel_url: attempt.cancelUrl,
    },
    { idempotencyKey: `${attempt.idempotencyKey}-page` },
  );
}
