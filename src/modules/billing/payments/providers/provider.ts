/** What a provider can do. What it cannot is not offered. */
export interface ProviderCapabilities {
  /** The customer can pay on a page of the provider. */
  checkout: boolean;
  /** A method can be saved and charged later without the customer. */
  savedMethods: boolean;
  refunds: boolean;
  /** It tells of what happened by itself. */
  webhooks: boolean;
  /** It can be asked what happened since. */
  polling: boolean;
}

/** Who pays, as a provider needs to know it. `ref` is the provider's own name of the account, once it has one. */
export interface PayingCustomer {
  accountId: string;
  email: string;
  name: string;
  /** BCP 47. */
  locale: string;
  ref: string | null;
}

/** What is to be paid. Amount in minor units. */
export interface InvoiceToPay {
  invoiceId: string;
  fullNumber: string;
  /** What the customer reads at the provider. */
  description: string;
  amountMinor: number;
  currency: string;
  customer: PayingCustomer;
  /** The method is to be kept for what falls due later. */
  saveMethod: boolean;
}

/**
 * One try to collect it. `idempotencyKey` was stored before any call and stays the same for every repetition; `ref` is what
 * an earlier call kept that was cut short.
 */
export interface AttemptInHand {
  attemptId: string;
  idempotencyKey: string;
  ref: string | null;
  /** The saved method to charge; null when the customer chooses at the provider. */
  method: { ref: string; customerRef: string | null } | null;
  /** Absolute addresses the customer comes back to. */
  returnUrl: string;
  cancelUrl: string;
  /** Keeps the provider's reference. Called, and waited for, before money can move under it. */
  keepRef(ref: string): Promise<void>;
  /** Keeps under which name the provider knows the account. */
  keepCustomer(ref: string): Promise<void>;
}

/** A method a customer saved: `label` is what people recognise it by, such as "Visa ending in 4242". */
export interface SavedMethod {
  ref: string;
  customerRef: string | null;
  label: string;
  /** Last local day it is good for. */
  expiresOn: string | null;
}

/** Money a provider took. `ref` is its lasting name: what refunds and disputes refer to. */
export interface TakenMoney {
  ref: string;
  amountMinor: number;
  currency: string;
  /** What the provider keeps; 0 when it does not say. */
  feeMinor: number;
  receivedAt: Temporal.Instant;
}

/**
 * What became of a payment. `unknown`: the provider did not answer, money may have moved, and nothing may be tried anew
 * until `fetch` answers. `ref` is what to ask for.
 */
export type PaymentResult =
  | { status: "succeeded"; ref: string; money: TakenMoney; method: SavedMethod | null }
  | { status: "requires_action"; ref: string; actionUrl: string | null }
  | { status: "pending"; ref: string }
  | { status: "failed"; ref: string | null; code: string; message: string }
  | { status: "unknown"; ref: string | null };

/** What became of a refund; `unknown` as with payments. */
export type RefundResult =
  | { status: "succeeded" | "pending"; ref: string }
  | { status: "failed"; ref: string | null; message: string }
  | { status: "unknown"; ref: string | null };

/** Money to give back. */
export interface RefundRequest {
  refundId: string;
  idempotencyKey: string;
  /** `TakenMoney.ref` of the payment. */
  paymentRef: string;
  amountMinor: number;
  currency: string;
}

/** A customer who wants to save a method. */
export interface SetupRequest {
  setupId: string;
  idempotencyKey: string;
  customer: PayingCustomer;
  currency: string;
  returnUrl: string;
  cancelUrl: string;
  keepCustomer(ref: string): Promise<void>;
}

/** What became of saving a method. */
export type SetupResult =
  | { status: "requires_action"; ref: string; actionUrl: string | null }
  | { status: "succeeded"; ref: string; method: SavedMethod }
  | { status: "failed"; ref: string };

/** A payment that a customer's bank took into question. */
export interface DisputeState {
  ref: string;
  paymentRef: string;
  amountMinor: number;
  currency: string;
  feeMinor: number;
  status: "open" | "won" | "lost";
  reason: string;
  openedAt: Temporal.Instant;
}

/**
 * What a provider has under a reference. `nothing`: it knows none, it is none of ours, or no money was ever asked for
 * under it, so that asking is safe.
 */
export type ProviderObject =
  | { kind: "payment"; attemptId: string | null; result: PaymentResult }
  | { kind: "setup"; setupId: string | null; result: SetupResult }
  | { kind: "refund"; refundId: string | null; paymentRef: string | null; result: RefundResult }
  | { kind: "dispute"; dispute: DisputeState }
  | { kind: "nothing" };

/** How to ask for an object: by its reference, or by the key of a call that was never answered (of a refund: of which payment). */
export type ProviderRef = { ref: string } | { idempotencyKey: string; paymentRef?: string };

/** What a provider told. A hint: `ref` is fetched before anything is believed. */
export interface ProviderEvent {
  eventId: string;
  type: string;
  ref: string | null;
  occurredAt: Temporal.Instant;
  /** As it came, word for word. */
  payload: string;
}

/** A stretch of the provider's own list of events, and where the next begins. */
export interface EventStretch {
  events: ProviderEvent[];
  cursor: string | null;
  /** There is more to be had at once. */
  isBehind: boolean;
}

/**
 * The port every way to pay is behind. Calls are made with no lock and no transaction held. `checkout`, `charge` and
 * `refund` never throw for want of an answer: they say `unknown`. The others throw `billing.provider_unreachable`.
 */
export interface PaymentProvider {
  /** Stable; kept with every payment. */
  key: string;
  /** As customers choose it. */
  title: string;
  hint: string;
  capabilities: ProviderCapabilities;
  /** Lets the customer pay on the provider's page; the answer says where that is. */
  checkout(invoice: InvoiceToPay, attempt: AttemptInHand): Promise<PaymentResult>;
  /** Begins saving a method. */
  setupMethod(request: SetupRequest): Promise<SetupResult>;
  /** Charges the saved method of the attempt. */
  charge(invoice: InvoiceToPay, attempt: AttemptInHand): Promise<PaymentResult>;
  refund(request: RefundRequest): Promise<RefundResult>;
  fetch(ref: ProviderRef): Promise<ProviderObject>;
  /** What happened since the cursor; null begins an hour ago. Some of it may have been told before. */
  listSince(cursor: string | null): Promise<EventStretch>;
  /** Reads a webhook. Errors: `billing.webhook_signature` unless the provider itself sent exactly these bytes lately. */
  parseWebhook(rawBody: Uint8Array, headers: Headers): ProviderEvent;
  /** Closes what is open, so that no money comes of it any more, and says what it is then. */
  cancel(ref: ProviderRef): Promise<ProviderObject>;
  /** Lets go of a saved method; nothing happens when it is gone already. */
  removeMethod(ref: string): Promise<void>;
}
