import type { Stripe } from "stripe";
import type { PaymentResult, SavedMethod, TakenMoney } from "#modules/billing/payments/providers/provider.ts";
import { readMethod } from "#modules/billing/payments/providers/stripe/read-method.ts";
import { fromStripeAmount } from "#modules/billing/rules/payments/stripe-amount.ts";

/** What a payment has to carry for its money to be read; of a session the same below `payment_intent.`. */
export const MONEY_OF_INTENT = ["latest_charge.balance_transaction", "payment_method"];
export const MONEY_OF_SESSION = MONEY_OF_INTENT.map((path) => `payment_intent.${path}`);

const whole = <T extends object>(value: string | T | null | undefined): T | undefined =>
  typeof value === "object" && value !== null ? value : undefined;

export const instantOf = (seconds: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

/** Stripe's fee, where it was taken in the currency of the payment; of another currency's nothing is said. */
function feeOf(charge: Stripe.Charge | undefined, currency: string): number {
  const booked = whole(charge?.balance_transaction);
  return booked && booked.currency.toUpperCase() === currency ? fromStripeAmount(booked.fee, currency) : 0;
}

function moneyOf(intent: Stripe.PaymentIntent): TakenMoney {
  const currency = intent.currency.toUpperCase();
  const charge = whole(intent.latest_charge);
  return {
    ref: intent.id,
    amountMinor: fromStripeAmount(intent.amount_received, currency),
    currency,
    feeMinor: feeOf(charge, currency),
    receivedAt: instantOf(charge?.created ?? intent.created),
  };
}

/** The method is the customer's for later only if the payment was made to keep it. */
function methodOf(intent: Stripe.PaymentIntent): SavedMethod | null {
  const method = whole(intent.payment_method);
  return intent.setup_future_usage && method ? readMethod(method) : null;
}

function failureOf(intent: Stripe.PaymentIntent): { code: string; message: string } {
  const error = intent.last_payment_error;
  return {
    code: error?.decline_code ?? error?.code ?? "declined",
    message: error?.message ?? "The payment was declined.",
  };
}

/**
 * What became of a payment; undefined while nothing was asked for. `ref` is what the attempt is kept under: the payment
 * itself, or the session it belongs to.
 */
export function readIntent(intent: Stripe.PaymentIntent, ref: string = intent.id): PaymentResult | undefined {
  switch (intent.status) {
    case "succeeded":
      return { status: "succeeded", ref, money: moneyOf(intent), method: methodOf(intent) };
    case "requires_action":
      return { status: "requires_action", ref, actionUrl: intent.next_action?.redirect_to_url?.url ?? null };
    case "requires_confirmation":
      return undefined;
    case "requires_payment_method":
      // Without an error this is a payment that was never tried.
      return intent.last_payment_error ? { status: "failed", ref, ...failureOf(intent) } : undefined;
    case "canceled":
      return { status: "failed", ref, code: "cancelled", message: "The payment was called off." };
    default:
      return { status: "pending", ref };
  }
}

/** What became of a page the customer was sent to; as long as it is open another card may be tried on it. */
export function readSession(session: Stripe.Checkout.Session): PaymentResult {
  const intent = whole(session.payment_intent);
  if (intent?.status === "succeeded") return readIntent(intent, session.id) as PaymentResult;
  if (session.status === "expired")
    return {
      status: "failed",
      ref: session.id,
      code: "expired",
      message: "The page to pay on was left unused.",
    };
  if (session.status === "open")
    return { status: "requires_action", ref: session.id, actionUrl: session.url };
  return (intent && readIntent(intent, session.id)) ?? { status: "pending", ref: session.id };
}

/** Of which attempt of ours a payment or session is; null for what somebody made at Stripe by hand. */
export const attemptOf = (object: { metadata: Stripe.Metadata | null }): string | null =>
  object.metadata?.["cairn_attempt"] ?? null;

/** True for the payment of a page: the page decides how it stands. */
export const isOfSession = (intent: Stripe.PaymentIntent): boolean =>
  intent.metadata["cairn_flow"] === "checkout";
