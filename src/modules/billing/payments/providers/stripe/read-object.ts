import type { Stripe } from "stripe";
import type {
  DisputeState,
  ProviderObject,
  RefundResult,
  SetupResult,
} from "#modules/billing/payments/providers/provider.ts";
import { idOf, readMethod } from "#modules/billing/payments/providers/stripe/read-method.ts";
import { instantOf } from "#modules/billing/payments/providers/stripe/read-payment.ts";
import { fromStripeAmount } from "#modules/billing/rules/payments/stripe-amount.ts";

const NOTHING: ProviderObject = { kind: "nothing" };

/** What became of money going back. */
export function readRefund(refund: Stripe.Refund): RefundResult {
  if (refund.status === "succeeded") return { status: "succeeded", ref: refund.id };
  if (refund.status === "failed" || refund.status === "canceled")
    return {
      status: "failed",
      ref: refund.id,
      message: refund.failure_reason ?? "The refund did not go through.",
    };
  return { status: "pending", ref: refund.id };
}

/** A refund and of which of ours it is. */
export const refundObject = (refund: Stripe.Refund): ProviderObject => ({
  kind: "refund",
  refundId: refund.metadata?.["cairn_refund"] ?? null,
  paymentRef: idOf(refund.payment_intent),
  result: readRefund(refund),
});

/** No money has moved for an inquiry, nor for a dispute that was kept off. */
const WITHOUT_MONEY = new Set([
  "warning_needs_response",
  "warning_under_review",
  "warning_closed",
  "prevented",
]);

const feeOf = (dispute: Stripe.Dispute, currency: string): number =>
  dispute.balance_transactions
    .filter((booked) => booked.currency.toUpperCase() === currency)
    .reduce((sum, booked) => sum + fromStripeAmount(booked.fee, currency), 0);

function outcomeOf({ status }: Stripe.Dispute): DisputeState["status"] {
  if (status === "won") return "won";
  return status === "lost" ? "lost" : "open";
}

/** A dispute that took money. */
export function disputeObject(dispute: Stripe.Dispute): ProviderObject {
  const paymentRef = idOf(dispute.payment_intent);
  if (!paymentRef || WITHOUT_MONEY.has(dispute.status)) return NOTHING;
  const currency = dispute.currency.toUpperCase();
  return {
    kind: "dispute",
    dispute: {
      ref: dispute.id,
      paymentRef,
      amountMinor: fromStripeAmount(dispute.amount, currency),
      currency,
      feeMinor: feeOf(dispute, currency),
      status: outcomeOf(dispute),
      reason: dispute.reason.replaceAll("_", " "),
      openedAt: instantOf(dispute.created),
    },
  };
}

function setupResult(session: Stripe.Checkout.Session): SetupResult {
  const setup = typeof session.setup_intent === "object" ? session.setup_intent : null;
  const method = typeof setup?.payment_method === "object" ? setup.payment_method : null;
  if (setup?.status === "succeeded" && method)
    return { status: "succeeded", ref: session.id, method: readMethod(method) };
  if (session.status === "expired") return { status: "failed", ref: session.id };
  return { status: "requires_action", ref: session.id, actionUrl: session.url };
}

/** A page on which a method is saved. */
export const setupObject = (session: Stripe.Checkout.Session): ProviderObject => ({
  kind: "setup",
  setupId: session.metadata?.["cairn_setup"] ?? null,
  result: setupResult(session),
});
