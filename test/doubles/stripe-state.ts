import { Stripe } from "stripe";

/** Anything Stripe keeps: after its public API description (docs.stripe.com/api), of the fields that Cairn reads. */
export type Kept = Record<string, unknown> & { id: string; object: string; created: number };
export type Fields = Record<string, unknown>;

/** An error as Stripe answers it. */
export class StripeRefusal extends Error {
  readonly status: number;
  readonly error: Fields;
  constructor(status: number, error: Fields) {
    super(String(error["message"] ?? error["code"]));
    this.status = status;
    this.error = error;
  }
}

export const invalid = (code: string, message: string, more: Fields = {}) =>
  new StripeRefusal(400, { type: "invalid_request_error", code, message, ...more });

const missing = (what: string, id: string) =>
  new StripeRefusal(404, {
    type: "invalid_request_error",
    code: "resource_missing",
    param: "id",
    message: `No such ${what}: '${id}'`,
  });

/** What happens to a card, by the token of Stripe's own test cards. */
const CARDS: Record<string, string> = {
  pm_card_visa: "4242",
  pm_card_chargeDeclinedInsufficientFunds: "9995",
  pm_card_authenticationRequired: "3184",
  pm_card_processing: "3220",
};

/** The house of Stripe: objects by id, the list of events, and what was taken in all. */
export function openState(now: () => Temporal.Instant) {
  const kept = new Map<string, Kept>();
  const events: Kept[] = [];
  let count = 0;
  const seconds = () => Math.floor(now().epochMilliseconds / 1000);
  const newRef = (prefix: string) => `${prefix}_double${String(++count).padStart(6, "0")}`;

  function get(id: string, what = "object"): Kept {
    const found = kept.get(id);
    if (!found) throw missing(what, id);
    return found;
  }
  function add(prefix: string, object: string, fields: Fields): Kept {
    const made = {
      id: newRef(prefix),
      object,
      created: seconds(),
      livemode: false,
      metadata: {},
      ...fields,
    } as Kept;
    kept.set(made.id, made);
    return made;
  }
  /** Tells of a change: the event carries the object as it is at this moment. */
  function tell(type: string, object: Kept): Kept {
    const event: Kept = {
      id: newRef("evt"),
      object: "event",
      created: seconds(),
      api_version: "2026-10-28.endive",
      data: { object: structuredClone(object) },
      livemode: false,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      type,
    };
    events.push(event);
    return event;
  }
  for (const [id, last4] of Object.entries(CARDS))
    kept.set(id, {
      id,
      object: "payment_method",
      created: 0,
      type: "card",
      customer: null,
      metadata: {},
      card: { brand: "visa", last4, exp_month: 8, exp_year: 2031, funding: "credit", country: "US" },
    });
  return { kept, events, get, add, tell, seconds };
}

export type StripeState = ReturnType<typeof openState>;

/** The fee Stripe keeps of a payment in these tests: 2.9 % and 30 cents. */
export const feeOf = (amount: number): number => Math.round(amount * 0.029) + 30;

/** Takes the money of a payment: its charge, what is booked of it, and the news. */
export function capture(state: StripeState, intent: Kept, method: string): void {
  const amount = Number(intent["amount"]);
  const booked = state.add("txn", "balance_transaction", {
    amount,
    currency: intent["currency"],
    fee: feeOf(amount),
    net: amount - feeOf(amount),
    type: "charge",
  });
  const charge = state.add("ch", "charge", {
    amount,
    balance_transaction: booked.id,
    payment_intent: intent.id,
    refunded: false,
    amount_refunded: 0,
    status: "succeeded",
  });
  Object.assign(intent, {
    status: "succeeded",
    amount_received: amount,
    latest_charge: charge.id,
    payment_method: method,
    last_payment_error: null,
    next_action: null,
  });
  state.tell("payment_intent.succeeded", intent);
}

/** A header as Stripe signs the very bytes of a webhook. */
export const signature = (payload: string, secret: string, at: Temporal.Instant): string =>
  Stripe.webhooks.generateTestHeaderString({
    payload,
    secret,
    timestamp: Math.floor(at.epochMilliseconds / 1000),
  });
