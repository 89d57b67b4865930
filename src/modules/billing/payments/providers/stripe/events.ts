import type { Stripe } from "stripe";
import { badSignature } from "#modules/billing/payments/providers/cannot.ts";
import type { EventStretch, ProviderEvent } from "#modules/billing/payments/providers/provider.ts";
import { answered } from "#modules/billing/payments/providers/stripe/errors.ts";
import { stripeSdk } from "#modules/billing/payments/providers/stripe/sdk.ts";
import { instantOf } from "#modules/billing/payments/providers/stripe/read-payment.ts";

/** What the house listens for: at most twenty, as Stripe filters by no more. */
export const STRIPE_EVENTS = [
  "checkout.session.async_payment_failed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.completed",
  "checkout.session.expired",
  "payment_intent.canceled",
  "payment_intent.payment_failed",
  "payment_intent.processing",
  "payment_intent.requires_action",
  "payment_intent.succeeded",
  "refund.created",
  "refund.failed",
  "refund.updated",
  "charge.dispute.closed",
  "charge.dispute.created",
  "charge.dispute.funds_reinstated",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.updated",
];

/** Signatures older than this are replays, in seconds (Stripe's own default). */
const TOLERANCE_S = 300;
/** How far back each look reaches beyond the one before: events become visible a little late. */
const OVERLAP_S = 600;
const FIRST_LOOK_S = 3600;
/** A look after a long silence takes a day at a time. */
const STRETCH_S = 86_400;

function toProviderEvent(event: Stripe.Event, payload: string): ProviderEvent {
  const object = event.data.object as { id?: unknown };
  return {
    eventId: event.id,
    type: event.type,
    ref: typeof object.id === "string" ? object.id : null,
    occurredAt: instantOf(event.created),
    payload,
  };
}

/** Reads a webhook after checking its signature over the very bytes that came. Errors: `billing.webhook_signature`. */
export function readWebhook(
  rawBody: Uint8Array,
  headers: Headers,
  expected: { secret: string; now: Temporal.Instant },
): ProviderEvent {
  const payload = Buffer.from(rawBody);
  try {
    const event = stripeSdk().webhooks.constructEvent(
      payload,
      headers.get("stripe-signature") ?? "",
      expected.secret,
      TOLERANCE_S,
      undefined,
      expected.now.epochMilliseconds,
    );
    return toProviderEvent(event, payload.toString("utf8"));
  } catch {
    throw badSignature();
  }
}

/** A day of events at most, oldest first. The cursor is the second up to which all is known. */
export async function listEvents(
  client: Stripe,
  cursor: string | null,
  now: Temporal.Instant,
): Promise<EventStretch> {
  const nowS = Math.floor(now.epochMilliseconds / 1000);
  const known = cursor === null ? nowS - FIRST_LOOK_S : Number(cursor);
  const until = Math.min(known + STRETCH_S, nowS);
  const created = { gte: known - OVERLAP_S, ...(until < nowS ? { lte: until } : {}) };
  const events: ProviderEvent[] = [];
  await answered(async () => {
    for await (const event of client.events.list({ types: STRIPE_EVENTS, created, limit: 100 }))
      events.push(toProviderEvent(event, JSON.stringify(event)));
  });
  return { events: events.toReversed(), cursor: String(until), isBehind: until < nowS };
}
