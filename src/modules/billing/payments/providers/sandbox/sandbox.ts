import type { Db } from "#kernel/db/database.ts";
import { publicUrl } from "#kernel/config.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { badSignature } from "#modules/billing/payments/providers/cannot.ts";
import type {
  AttemptInHand,
  EventStretch,
  InvoiceToPay,
  PaymentProvider,
  ProviderObject,
  ProviderRef,
  RefundRequest,
  RefundResult,
  SetupRequest,
} from "#modules/billing/payments/providers/provider.ts";
import type { ProviderHouse } from "#modules/billing/payments/providers/registry.ts";
import { SANDBOX } from "#modules/billing/payments/providers/sandbox/description.ts";
import {
  findByKey,
  findByRef,
  makeObject,
  moveObject,
} from "#modules/billing/payments/providers/sandbox/objects.ts";
import { play, playDue } from "#modules/billing/payments/providers/sandbox/play.ts";
import { paymentResult, readObject } from "#modules/billing/payments/providers/sandbox/read-object.ts";
import { sandboxScript } from "#modules/billing/rules/payments/sandbox-script.ts";

export { SANDBOX };

type House = ProviderHouse;

async function makePayment({ db, now }: House, invoice: InvoiceToPay, attempt: AttemptInHand) {
  const method = attempt.method?.ref;
  const payment = await makeObject(
    db,
    {
      kind: "payment",
      status: "open",
      idempotency_key: attempt.idempotencyKey,
      script: method ? sandboxScript(method, invoice.amountMinor) : "action",
      subject_id: attempt.attemptId,
      account_id: invoice.customer.accountId,
      amount_minor: invoice.amountMinor,
      currency: invoice.currency,
      return_path: attempt.returnUrl,
    },
    now,
  );
  await attempt.keepRef(payment.ref);
  return payment;
}

/** The page of the sandbox on which somebody decides how a payment goes. */
const pageOf = ({ config }: House, ref: string): string => `${publicUrl(config)}/sandbox/payments/${ref}`;

async function charge(house: House, invoice: InvoiceToPay, attempt: AttemptInHand) {
  const payment = await makePayment(house, invoice, attempt);
  await play(house.db, payment, house.now);
  const played = (await findByRef(house.db, payment.ref)) ?? payment;
  return paymentResult(played, pageOf(house, played.ref));
}

async function setupMethod(house: House, request: SetupRequest) {
  const setup = await makeObject(
    house.db,
    {
      kind: "setup",
      status: "open",
      idempotency_key: request.idempotencyKey,
      subject_id: request.setupId,
      account_id: request.customer.accountId,
      return_path: request.returnUrl,
    },
    house.now,
  );
  return { status: "requires_action" as const, ref: setup.ref, actionUrl: pageOf(house, setup.ref) };
}

async function refund({ db, now }: House, request: RefundRequest): Promise<RefundResult> {
  const { ref } = await makeObject(
    db,
    {
      kind: "refund",
      status: "succeeded",
      idempotency_key: request.idempotencyKey,
      subject_id: request.refundId,
      payment_ref: request.paymentRef,
      amount_minor: request.amountMinor,
      currency: request.currency,
    },
    now,
  );
  return { status: "succeeded", ref };
}

async function fetch(house: House, given: ProviderRef): Promise<ProviderObject> {
  await playDue(house.db, house.now);
  const found =
    "ref" in given ? await findByRef(house.db, given.ref) : await findByKey(house.db, given.idempotencyKey);
  return found ? readObject(found, pageOf(house, found.ref)) : { kind: "nothing" };
}

async function cancel(house: House, given: ProviderRef): Promise<ProviderObject> {
  if ("ref" in given) await moveObject(house.db, given.ref, { from: ["open"], to: "cancelled" }, house.now);
  return fetch(house, given);
}

interface EventRow {
  seq: number;
  type: string;
  ref: string;
  at: string;
}

async function listSince(db: Db, now: Temporal.Instant, cursor: string | null): Promise<EventStretch> {
  await playDue(db, now);
  const found = await rows<EventRow>(
    db,
    sql`SELECT seq, type, ref, at FROM billing.sandbox_event WHERE seq > ${Number(cursor ?? 0)} ORDER BY seq LIMIT 500`,
  );
  const events = found.map(({ seq, type, ref, at }) => ({
    eventId: `sbx_evt_${seq}`,
    type,
    ref,
    occurredAt: Temporal.Instant.from(at),
    payload: JSON.stringify({ seq, type, ref, at }),
  }));
  return { events, cursor: String(found.at(-1)?.seq ?? cursor ?? 0), isBehind: found.length === 500 };
}

/** The provider of sandbox mode: its house is a table of ours, its clock is the one that can be set. */
export const openSandbox = (house: House): PaymentProvider => ({
  ...SANDBOX,
  checkout: (invoice, attempt) => charge(house, invoice, { ...attempt, method: null }),
  charge: (invoice, attempt) => charge(house, invoice, attempt),
  setupMethod: (request) => setupMethod(house, request),
  refund: (request) => refund(house, request),
  fetch: (ref) => fetch(house, ref),
  cancel: (ref) => cancel(house, ref),
  listSince: (cursor) => listSince(house.db, house.now, cursor),
  parseWebhook: () => {
    throw badSignature();
  },
  removeMethod: async () => {},
});
