import type {
  DisputeState,
  PaymentResult,
  ProviderObject,
  SavedMethod,
} from "#modules/billing/payments/providers/provider.ts";
import type { SandboxObject } from "#modules/billing/payments/providers/sandbox/objects.ts";

/** The pretended card: its name says what it does. */
const methodOf = ({ script, ref, account_id }: SandboxObject): SavedMethod => ({
  ref: `sandbox_${script}_${ref}`,
  customerRef: account_id,
  label: `Sandbox card (${script})`,
  expiresOn: null,
});

/** What became of a pretended payment. */
export function paymentResult(payment: SandboxObject, page: string): PaymentResult {
  const { ref, status } = payment;
  switch (status) {
    case "open":
      return { status: "requires_action", ref, actionUrl: page };
    case "waiting":
      return { status: "unknown", ref };
    case "declined":
      return { status: "failed", ref, code: "card_declined", message: "The sandbox declined the payment." };
    case "cancelled":
      return { status: "failed", ref, code: "cancelled", message: "The payment was called off." };
    default:
      return {
        status: "succeeded",
        ref,
        method: null,
        money: {
          ref,
          amountMinor: payment.amount_minor,
          currency: payment.currency ?? "",
          feeMinor: 0,
          receivedAt: Temporal.Instant.from(
            payment.status === "paid" ? payment.changed_at : payment.created_at,
          ),
        },
      };
  }
}

const disputeStatus = (status: string): DisputeState["status"] =>
  status === "won" || status === "lost" ? status : "open";

/** What the sandbox has, as any provider would give it. */
export function readObject(found: SandboxObject, page: string): ProviderObject {
  const { ref } = found;
  if (found.kind === "payment")
    return { kind: "payment", attemptId: found.subject_id, result: paymentResult(found, page) };
  if (found.kind === "refund")
    return {
      kind: "refund",
      refundId: found.subject_id,
      paymentRef: found.payment_ref,
      result: { status: "succeeded", ref },
    };
  if (found.kind === "setup")
    return {
      kind: "setup",
      setupId: found.subject_id,
      result:
        found.status === "paid"
          ? { status: "succeeded", ref, method: methodOf(found) }
          : found.status === "open"
            ? { status: "requires_action", ref, actionUrl: page }
            : { status: "failed", ref },
    };
  return {
    kind: "dispute",
    dispute: {
      ref,
      paymentRef: found.payment_ref ?? "",
      amountMinor: found.amount_minor,
      currency: found.currency ?? "",
      feeMinor: 0,
      status: disputeStatus(found.status),
      reason: "scripted",
      openedAt: Temporal.Instant.from(found.created_at),
    },
  };
}
