import type { Stripe } from "stripe";
import type { SavedMethod } from "#modules/billing/payments/providers/provider.ts";

/** The id of something Stripe gives as an id or, when asked, as a whole. */
export const idOf = (value: string | { id: string } | null | undefined): string | null =>
  typeof value === "string" ? value : (value?.id ?? null);

const BRANDS: Record<string, string> = {
  amex: "American Express",
  diners: "Diners Club",
  discover: "Discover",
  eftpos_au: "Eftpos",
  jcb: "JCB",
  mastercard: "Mastercard",
  unionpay: "UnionPay",
  visa: "Visa",
};

/** `sepa_debit` as people may read it, where there is no better name. */
const inWords = (type: string): string => type.charAt(0).toUpperCase() + type.slice(1).replaceAll("_", " ");

function labelOf(method: Stripe.PaymentMethod): string {
  if (method.card) return `${BRANDS[method.card.brand] ?? "Card"} ending in ${method.card.last4}`;
  const last4 = method.sepa_debit?.last4 ?? method.us_bank_account?.last4 ?? method.bacs_debit?.last4;
  if (last4) return `Bank account ending in ${last4}`;
  return inWords(method.type);
}

/** A card is good until the last day of the month on it. */
function expiryOf({ card }: Stripe.PaymentMethod): string | null {
  if (!card || card.exp_month < 1 || card.exp_month > 12) return null;
  const month = Temporal.PlainYearMonth.from({ year: card.exp_year, month: card.exp_month });
  return month.toPlainDate({ day: month.daysInMonth }).toString();
}

/** A saved method as Cairn keeps it; no number of a card is ever seen here. */
export const readMethod = (method: Stripe.PaymentMethod): SavedMethod => ({
  ref: method.id,
  customerRef: idOf(method.customer),
  label: labelOf(method),
  expiresOn: expiryOf(method),
});
