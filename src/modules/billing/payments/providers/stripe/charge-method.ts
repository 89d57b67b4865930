import type { Stripe } from "stripe";
import type {
  AttemptInHand,
  InvoiceToPay,
  PaymentResult,
} from "#modules/billing/payments/providers/provider.ts";
import {
  isOfStripe,
  refusalOf,
  type StripeRefusal,
} from "#modules/billing/payments/providers/stripe/errors.ts";
import {
  amountAtStripe,
  openSession,
  tiesOf,
} from "#modules/billing/payments/providers/stripe/open-session.ts";
import { MONEY_OF_INTENT, readIntent } from "#modules/billing/payments/providers/stripe/read-payment.ts";

type Method = NonNullable<AttemptInHand["method"]>;

/** A payment that is not confirmed takes nothing: its reference is kept before anything can move under it. */
async function prepare(client: Stripe, invoice: InvoiceToPay, attempt: AttemptInHand, method: Method) {
  if (attempt.ref) return attempt.ref;
  const intent = await client.paymentIntents.create(
    {
      amount: amountAtStripe(invoice),
      currency: invoice.currency.toLowerCase(),
      customer: method.customerRef ?? undefined,
      payment_method: method.ref,
      // The fee is known at once only of money that is taken at once.
      capture_method: "automatic",
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
      description: invoice.description,
      metadata: tiesOf(invoice, attempt, "charge"),
    },
    { idempotencyKey: `${attempt.idempotencyKey}-intent` },
  );
  await attempt.keepRef(intent.id);
  return intent.id;
}

const failed = (ref: string, { code, message }: StripeRefusal): PaymentResult => ({
  status: "failed",
  ref,
  code,
  message,
});

/** Where a step after a refusal gets no answer, how the payment stands is asked for later. */
const asUnknown =
  (ref: string) =>
  (error: unknown): PaymentResult => {
    if (isOfStripe(error)) return { status: "unknown", ref };
    throw error;
  };

/** The bank wants to hear from the customer: this payment is called off, and a page is opened to pay on instead. */
async function bringBack(
  client: Stripe,
  invoice: InvoiceToPay,
  attempt: AttemptInHand,
): Promise<PaymentResult> {
  const session = await openSession(client, invoice, attempt);
  await attempt.keepRef(session.id);
  return { status: "requires_action", ref: session.id, actionUrl: session.url };
}

async function settleRefusal(
  client: Stripe,
  given: { invoice: InvoiceToPay; attempt: AttemptInHand; ref: string },
  refusal: StripeRefusal,
): Promise<PaymentResult> {
  const { invoice, attempt, ref } = given;
  // Nothing may come of it any more, before anything else is tried.
  const intent = await client.paymentIntents
    .cancel(ref, { cancellation_reason: "abandoned" })
    .catch(() => client.paymentIntents.retrieve(ref, { expand: MONEY_OF_INTENT }));
  if (intent.status !== "canceled") return readIntent(intent) ?? { status: "unknown", ref };
  return refusal.code === "authentication_required"
    ? bringBack(client, invoice, attempt)
    : failed(ref, refusal);
}

/**
 * Charges a saved method while the customer is away: first a payment that takes nothing, whose reference is kept; then
 * its confirmation, which Stripe lets happen once.
 */
export async function chargeMethod(
  client: Stripe,
  invoice: InvoiceToPay,
  attempt: AttemptInHand,
): Promise<PaymentResult> {
  let ref = attempt.ref;
  try {
    if (!attempt.method)
      return {
        status: "failed",
        ref: null,
        code: "no_method",
        message: "There is no saved method to charge.",
      };
    ref = await prepare(client, invoice, attempt, attempt.method);
    const intent = await client.paymentIntents.confirm(ref, { off_session: true, expand: MONEY_OF_INTENT });
    return readIntent(intent) ?? { status: "unknown", ref };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) return { status: "unknown", ref };
    if (!ref) return { status: "failed", ref: null, code: refusal.code, message: refusal.message };
    return settleRefusal(client, { invoice, attempt, ref }, refusal).catch(asUnknown(ref));
  }
}
