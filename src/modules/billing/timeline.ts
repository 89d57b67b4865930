import type { z } from "zod";
import type { EventDefinition } from "#kernel/events/event.ts";
import type { TimelineEntry } from "#kernel/module.ts";
import { formatMoney } from "#kernel/money.ts";
import * as invoices from "#modules/billing/events/invoices.ts";
import * as subscriptions from "#modules/billing/events/subscriptions.ts";

const money = (amountMinor: number, currency: string) => formatMoney(amountMinor, currency, "en-GB");
/** `studio-pro` as people read it: the key says enough where the offer itself is not at hand. */
const named = (offerKey: string): string =>
  offerKey.replaceAll("-", " ").replace(/^./u, (letter) => letter.toUpperCase());
const invoice = (id: string) => `/console/billing/invoices/${id}`;
const subscription = (id: string) => `/console/billing/subscriptions/${id}`;

const entry = <S extends z.ZodType>(
  event: EventDefinition<S>,
  say: (payload: z.output<S>) => string,
  hrefOf?: (payload: z.output<S>) => string,
): TimelineEntry => ({
  event: event.name,
  permission: "billing:read",
  tell: (payload) => {
    const known = event.payload.parse(payload);
    return { text: say(known), href: hrefOf?.(known) };
  },
});

const STATUS_WORDS = {
  past_due: "is past due",
  suspended: "is suspended until it is paid",
  restored: "is active again",
  paused: "is paused",
  resumed: "goes on",
  cancellation_planned: "will end with its period",
  cancellation_withdrawn: "goes on after all",
};
const ACCESS_WORDS = {
  suspended: "is held back until an instalment is paid",
  restored: "is open again",
  refunded: "ended: it was refunded",
  cancelled: "ended: it was cancelled",
};

const orderEntries: readonly TimelineEntry[] = [
  entry(
    subscriptions.OrderPlaced,
    ({ reference, offerKey }) => `Ordered ${named(offerKey)}, order ${reference}`,
  ),
  entry(subscriptions.OrderCancelled, ({ reference }) => `Order ${reference} was cancelled`),
  entry(subscriptions.PurchaseActivated, ({ offerKey }) => `Access to ${named(offerKey)} began`),
  entry(
    subscriptions.PurchaseAccessChanged,
    ({ offerKey, change }) => `Access to ${named(offerKey)} ${ACCESS_WORDS[change]}`,
  ),
];

const subscriptionEntries: readonly TimelineEntry[] = [
  entry(
    subscriptions.SubscriptionStarted,
    ({ offerKey, isTrial }) =>
      isTrial ? `A trial of ${named(offerKey)} began` : `The subscription ${named(offerKey)} began`,
    ({ subscriptionId }) => subscription(subscriptionId),
  ),
  entry(
    subscriptions.SubscriptionChanged,
    ({ fromOfferKey, offerKey, quantity, when }) =>
      when === "now"
        ? `Changed from ${named(fromOfferKey)} to ${named(offerKey)}, ${quantity} of it`
        : `A change of ${named(fromOfferKey)} waits for the end of the period`,
    ({ subscriptionId }) => subscription(subscriptionId),
  ),
  entry(
    subscriptions.SubscriptionRenewed,
    ({ offerKey, periodEndsOn }) => `The subscription ${named(offerKey)} was renewed until ${periodEndsOn}`,
    ({ subscriptionId }) => subscription(subscriptionId),
  ),
  entry(
    subscriptions.SubscriptionStatusChanged,
    ({ offerKey, change }) => `The subscription ${named(offerKey)} ${STATUS_WORDS[change]}`,
    ({ subscriptionId }) => subscription(subscriptionId),
  ),
  entry(
    subscriptions.SubscriptionCancelled,
    ({ offerKey, reason }) => `The subscription ${named(offerKey)} ended: ${reason}`,
    ({ subscriptionId }) => subscription(subscriptionId),
  ),
];

const moneyEntries: readonly TimelineEntry[] = [
  entry(
    invoices.InvoiceIssued,
    ({ fullNumber, totalMinor, currency }) =>
      `Invoice ${fullNumber} of ${money(totalMinor, currency)} was issued`,
    ({ invoiceId }) => invoice(invoiceId),
  ),
  entry(
    invoices.InvoicePaid,
    ({ fullNumber }) => `Invoice ${fullNumber} is paid`,
    ({ invoiceId }) => invoice(invoiceId),
  ),
  entry(
    invoices.InvoiceVoided,
    ({ fullNumber, reason }) => `Invoice ${fullNumber} was voided: ${reason}`,
    ({ invoiceId }) => invoice(invoiceId),
  ),
  entry(
    invoices.CreditNoteIssued,
    ({ fullNumber, totalMinor, currency, reason }) =>
      `Credit note ${fullNumber} of ${money(totalMinor, currency)}: ${reason}`,
    ({ creditNoteId }) => invoice(creditNoteId),
  ),
  entry(invoices.PaymentReceived, ({ amountMinor, currency }) => `${money(amountMinor, currency)} arrived`),
  entry(
    invoices.RefundSettled,
    ({ amountMinor, currency }) => `${money(amountMinor, currency)} went back`,
    ({ invoiceId }) => invoice(invoiceId),
  ),
  entry(
    invoices.DisputeOpened,
    ({ amountMinor, currency }) => `A payment of ${money(amountMinor, currency)} is disputed`,
  ),
  entry(invoices.DisputeClosed, ({ outcome }) => `A dispute was ${outcome}`),
];

/** How orders, subscriptions and money read on an account's page. */
export const billingTimeline: readonly TimelineEntry[] = [
  ...orderEntries,
  ...subscriptionEntries,
  ...moneyEntries,
];
