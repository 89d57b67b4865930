import type { Config } from "#kernel/config.ts";
import type {
  AttemptInHand,
  InvoiceToPay,
  PaymentProvider,
  PaymentResult,
  RefundRequest,
  RefundResult,
  SetupRequest,
  SetupResult,
} from "#modules/billing/payments/providers/provider.ts";
import { chargeMethod } from "#modules/billing/payments/providers/stripe/charge-method.ts";
import { openStripeAccount, type StripeAccount } from "#modules/billing/payments/providers/stripe/client.ts";
import { ensureCustomer } from "#modules/billing/payments/providers/stripe/ensure-customer.ts";
import { answered, isMissing, refusalOf } from "#modules/billing/payments/providers/stripe/errors.ts";
import { listEvents, readWebhook } from "#modules/billing/payments/providers/stripe/events.ts";
import { cancelObject, fetchObject } from "#modules/billing/payments/providers/stripe/fetch-object.ts";
import { openSession } from "#modules/billing/payments/providers/stripe/open-session.ts";
import { readRefund } from "#modules/billing/payments/providers/stripe/read-object.ts";
import { STRIPE } from "#modules/billing/payments/providers/stripe/description.ts";
import { toStripeAmount } from "#modules/billing/rules/payments/stripe-amount.ts";

type Client = StripeAccount["client"];

async function checkout(
  client: Client,
  invoice: InvoiceToPay,
  attempt: AttemptInHand,
): Promise<PaymentResult> {
  try {
    const session = await openSession(client, invoice, attempt);
    await attempt.keepRef(session.id);
    return { status: "requires_action", ref: session.id, actionUrl: session.url };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) return { status: "unknown", ref: attempt.ref };
    return { status: "failed", ref: attempt.ref, code: refusal.code, message: refusal.message };
  }
}

async function setupMethod(client: Client, request: SetupRequest): Promise<SetupResult> {
  const session = await answered(async () =>
    client.checkout.sessions.create(
      {
        mode: "setup",
        currency: request.currency.toLowerCase(),
        customer: await ensureCustomer(client, request.customer, request.keepCustomer),
        metadata: { cairn_setup: request.setupId, cairn_account: request.customer.accountId },
        success_url: request.returnUrl,
        cancel_url: request.cancelUrl,
      },
      { idempotencyKey: request.idempotencyKey },
    ),
  );
  return { status: "requires_action", ref: session.id, actionUrl: session.url };
}

async function refund(client: Client, request: RefundRequest): Promise<RefundResult> {
  const amount = toStripeAmount(request.amountMinor, request.currency);
  if (amount === undefined)
    return { status: "failed", ref: null, message: "Stripe cannot give back this amount to the last unit." };
  try {
    const made = await client.refunds.create(
      {
        payment_intent: request.paymentRef,
        amount,
        metadata: { cairn_refund: request.refundId, cairn_key: request.idempotencyKey },
      },
      { idempotencyKey: request.idempotencyKey },
    );
    return readRefund(made);
  } catch (error) {
    const refusal = refusalOf(error);
    return refusal
      ? { status: "failed", ref: null, message: refusal.message }
      : { status: "unknown", ref: null };
  }
}

async function removeMethod(client: Client, ref: string): Promise<void> {
  await answered(() => client.paymentMethods.detach(ref)).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

const accounts = new WeakMap<Config, StripeAccount>();

/** Stripe behind the port. `now` is when webhooks are received and events are looked for. */
export function openStripe(config: Config, now: Temporal.Instant): PaymentProvider {
  const account = accounts.get(config) ?? openStripeAccount(config);
  accounts.set(config, account);
  const { client, webhookSecret } = account;
  return {
    ...STRIPE,
    checkout: (invoice, attempt) => checkout(client, invoice, attempt),
    setupMethod: (request) => setupMethod(client, request),
    charge: (invoice, attempt) => chargeMethod(client, invoice, attempt),
    refund: (request) => refund(client, request),
    fetch: (ref) => fetchObject(client, ref),
    cancel: (ref) => cancelObject(client, ref),
    listSince: (cursor) => listEvents(client, cursor, now),
    parseWebhook: (rawBody, headers) => readWebhook(rawBody, headers, { secret: webhookSecret, now }),
    removeMethod: (ref) => removeMethod(client, ref),
  };
}
