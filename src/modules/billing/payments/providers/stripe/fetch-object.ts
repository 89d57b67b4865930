import type { Stripe } from "stripe";
import type { ProviderObject, ProviderRef } from "#modules/billing/payments/providers/provider.ts";
import { answered, isMissing, isOfStripe } from "#modules/billing/payments/providers/stripe/errors.ts";
import {
  disputeObject,
  refundObject,
  setupObject,
} from "#modules/billing/payments/providers/stripe/read-object.ts";
import {
  attemptOf,
  isOfSession,
  MONEY_OF_INTENT,
  MONEY_OF_SESSION,
  readIntent,
  readSession,
} from "#modules/billing/payments/providers/stripe/read-payment.ts";

const NOTHING: ProviderObject = { kind: "nothing" };

async function fetchSession(client: Stripe, ref: string): Promise<ProviderObject> {
  const expand = [...MONEY_OF_SESSION, "setup_intent.payment_method"];
  const session = await client.checkout.sessions.retrieve(ref, { expand });
  if (session.mode === "setup") return setupObject(session);
  return { kind: "payment", attemptId: attemptOf(session), result: readSession(session) };
}

async function fetchIntent(client: Stripe, ref: string): Promise<ProviderObject> {
  const intent = await client.paymentIntents.retrieve(ref, { expand: MONEY_OF_INTENT });
  const attemptId = attemptOf(intent);
  if (!attemptId) return NOTHING;
  if (isOfSession(intent) && intent.status !== "succeeded") {
    const [session] = (await client.checkout.sessions.list({ payment_intent: ref, limit: 1 })).data;
    return session ? fetchSession(client, session.id) : NOTHING;
  }
  const result = readIntent(intent);
  return result ? { kind: "payment", attemptId, result } : NOTHING;
}

/** Where a call for a refund got no answer, the refunds of its payment say whether it came about. */
async function findRefund(client: Stripe, key: string, paymentRef: string): Promise<ProviderObject> {
  for await (const refund of client.refunds.list({ payment_intent: paymentRef, limit: 100 }))
    if (refund.metadata?.["cairn_key"] === key) return refundObject(refund);
  return NOTHING;
}

async function find(client: Stripe, given: ProviderRef): Promise<ProviderObject> {
  // A payment without a reference was never confirmed: its reference is kept before.
  if ("idempotencyKey" in given)
    return given.paymentRef ? findRefund(client, given.idempotencyKey, given.paymentRef) : NOTHING;
  const { ref } = given;
  if (ref.startsWith("cs_")) return fetchSession(client, ref);
  if (ref.startsWith("pi_")) return fetchIntent(client, ref);
  if (ref.startsWith("re_") || ref.startsWith("pyr_"))
    return refundObject(await client.refunds.retrieve(ref));
  if (ref.startsWith("dp_") || ref.startsWith("du_"))
    return disputeObject(await client.disputes.retrieve(ref));
  return NOTHING;
}

/** What Stripe has under a reference. Errors: `billing.provider_unreachable`. */
export const fetchObject = (client: Stripe, given: ProviderRef): Promise<ProviderObject> =>
  answered(() => find(client, given)).catch((error: unknown) => {
    if (isMissing(error)) return NOTHING;
    throw error;
  });

async function close(client: Stripe, ref: string): Promise<void> {
  if (ref.startsWith("cs_")) await client.checkout.sessions.expire(ref);
  else if (ref.startsWith("pi_"))
    await client.paymentIntents.cancel(ref, { cancellation_reason: "abandoned" });
}

/** Closes a page or a payment. What cannot be closed any more is what it is: the answer says so. */
export async function cancelObject(client: Stripe, given: ProviderRef): Promise<ProviderObject> {
  if ("ref" in given)
    await close(client, given.ref).catch((error: unknown) => {
      if (!isOfStripe(error)) throw error;
    });
  return fetchObject(client, given);
}
