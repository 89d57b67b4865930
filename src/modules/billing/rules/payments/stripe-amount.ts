import { currencyExponent } from "#kernel/money.ts";

/*
 * Stripe counts most amounts in the minor units of ISO 4217, and some not (docs.stripe.com/currencies): these as whole
 * units, two as hundredths of a unit that has none, and thousandths only in steps of ten.
 */
const WHOLE = new Set("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "));
const HUNDREDTHS = new Set(["ISK", "UGX"]);

const stripeDigits = (currency: string): number => {
  if (WHOLE.has(currency)) return 0;
  return HUNDREDTHS.has(currency) ? 2 : currencyExponent(currency);
};

/** Smallest step Stripe takes, in its own count. */
const step = (currency: string): number => {
  if (HUNDREDTHS.has(currency)) return 100;
  return stripeDigits(currency) === 3 ? 10 : 1;
};

/** An amount as Stripe counts it; undefined when Stripe cannot take it to the last unit. */
export function toStripeAmount(amountMinor: number, currency: string): number | undefined {
  const amount = amountMinor * 10 ** (stripeDigits(currency) - currencyExponent(currency));
  return Number.isSafeInteger(amount) && amount % step(currency) === 0 ? amount : undefined;
}

/** An amount of Stripe in minor units of ISO 4217. */
export const fromStripeAmount = (amount: number, currency: string): number =>
  Math.round(amount * 10 ** (currencyExponent(currency) - stripeDigits(currency)));
