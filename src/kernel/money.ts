import { data as iso4217 } from "currency-codes";
import { decimalText, writeMoney } from "#kernel/browser/money-text.ts";
import { MAX_AMOUNT_MINOR, minorOfDecimal, readMoney } from "#kernel/browser/read-money.ts";
import { refuse } from "#kernel/errors.ts";

/*
 * Money is a whole number of minor units and an ISO 4217 currency beside it; never a fraction of a cent, never a float
 * of dollars. Products run through bigint, because a price times a rate in parts per million passes 2^53.
 */

export { MAX_AMOUNT_MINOR } from "#kernel/browser/read-money.ts";

/** Metals, funds of account and test codes: of ISO 4217, but nothing anybody pays with and without a minor unit. */
const NOT_PAID_WITH = new Set("XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX".split(" "));

const exponents = new Map(
  iso4217.filter(({ code }) => !NOT_PAID_WITH.has(code)).map(({ code, digits }) => [code, digits]),
);

/** True for an ISO 4217 code (upper case) that people pay with. */
export const isCurrency = (code: string): boolean => exponents.has(code);

/** Digits after the point, by ISO 4217: 2 for USD, 0 for JPY, 3 for KWD. Errors: `money.currency_unknown`. */
export function currencyExponent(currency: string): number {
  const digits = exponents.get(currency);
  if (digits === undefined)
    throw refuse("invalid", "money.currency_unknown", `${currency} is not a currency of ISO 4217.`);
  return digits;
}

const outOfRange = () =>
  refuse("invalid", "money.out_of_range", "This amount is larger than what can be billed.");

/** Gives the amount back, or refuses what is no whole number within ±MAX_AMOUNT_MINOR. Errors: `money.out_of_range`. */
export function checkedMinor(amountMinor: number): number {
  if (!Number.isSafeInteger(amountMinor) || Math.abs(amountMinor) > MAX_AMOUNT_MINOR) throw outOfRange();
  // -0 is not 0 to a deep comparison, and means nothing here.
  return amountMinor === 0 ? 0 : amountMinor;
}

function fromBig(amount: bigint): number {
  return checkedMinor(Number(amount));
}

/** The sum of amounts, within range at every step. Errors: `money.out_of_range`. */
export const sumMinor = (amounts: Iterable<number>): number => {
  let sum = 0;
  for (const amount of amounts) sum = checkedMinor(sum + checkedMinor(amount));
  return sum;
};

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** a ÷ b to the nearest whole number, halves away from zero: 5 ÷ 2 is 3 and -5 ÷ 2 is -3. b is positive. */
function divideHalfUp(a: bigint, b: bigint): bigint {
  const size = (2n * magnitude(a) + b) / (2n * b);
  return a < 0n ? -size : size;
}

/** a × b ÷ c, rounded half away from zero; exact inside. c must not be 0. Errors: `money.out_of_range`. */
export function mulDiv(a: number, b: number, c: number): number {
  if (c === 0) throw new RangeError("Division of an amount by zero");
  const sign = c < 0 ? -1n : 1n;
  return fromBig(divideHalfUp(sign * BigInt(a) * BigInt(b), sign * BigInt(c)));
}

/**
 * Rounds shares so that they add up to their rounded sum: each is cut towards zero, and the units that are missing go to
 * the largest fractions, the first of equals first. Shares are numerators over one positive denominator, and may be of
 * either sign; the negative of the shares gives the negative of the result.
 */
function roundTogether(numerators: readonly bigint[], denominator: bigint, total: bigint): number[] {
  const whole = numerators.map((numerator) => numerator / denominator);
  const missing = total - whole.reduce((sum, share) => sum + share, 0n);
  const direction = missing < 0n ? -1n : 1n;
  const byFraction = numerators
    .map((numerator, index) => ({ index, fraction: direction * (numerator % denominator) }))
    .toSorted((a, b) => (a.fraction === b.fraction ? a.index - b.index : a.fraction < b.fraction ? 1 : -1));
  for (const { index } of byFraction.slice(0, Number(magnitude(missing))))
    whole[index] = (whole[index] ?? 0n) + direction;
  return whole.map(fromBig);
}

/**
 * Splits an amount by weights (whole, not negative) without losing or making a minor unit; the largest remainder method.
 * The parts have the sign of the amount. Weights that are all zero can carry nothing: only the amount 0.
 */
export function allocate(amountMinor: number, weights: readonly number[]): number[] {
  const shares = weights.map(BigInt);
  const sum = shares.reduce((total, share) => total + share, 0n);
  if (shares.some((share) => share < 0n)) throw new RangeError("A weight is negative");
  if (sum === 0n && amountMinor !== 0) throw new RangeError("An amount cannot be split by weights of zero");
  if (sum === 0n) return weights.map(() => 0);
  const amount = BigInt(checkedMinor(amountMinor));
  return roundTogether(
    shares.map((share) => amount * share),
    sum,
    amount,
  );
}

/**
 * Multiplies each amount by numerator/denominator so that the results add up to the rounded product of their sum: the tax
 * of the lines of an invoice. Amounts may be of either sign; numerator is not negative, denominator positive.
 */
export function scaleTogether(
  amountsMinor: readonly number[],
  numerator: number,
  denominator: number,
): number[] {
  const products = amountsMinor.map((amount) => BigInt(checkedMinor(amount)) * BigInt(numerator));
  const sum = products.reduce((total, product) => total + product, 0n);
  return roundTogether(products, BigInt(denominator), divideHalfUp(sum, BigInt(denominator)));
}

/** An amount as machines read it, in major units: 123450 USD is `1234.50`. */
export const majorText = (amountMinor: number, currency: string): string =>
  decimalText(BigInt(amountMinor), currencyExponent(currency));

/** An amount as people of a locale read it: `$1,234.50`, `1.234,50 €`; the symbol tells US$ from CA$. */
export const formatMoney = (amountMinor: number, currency: string, locale: string): string =>
  writeMoney(majorText(amountMinor, currency), {
    currency,
    locale,
    digits: currencyExponent(currency),
    display: "symbol",
  });

/**
 * Minor units of an amount as machines write it (`1234.5`, `-0.05`); undefined when it is no such amount, has more
 * digits than the currency, or is out of range. Zeros beyond the currency's digits are let pass: banks write them.
 */
export const minorOfMajor = (text: string, currency: string): number | undefined =>
  minorOfDecimal(text, currencyExponent(currency));

/**
 * Minor units of an amount as people of a locale type it: `1.234,50`, `1 234,5`, `1'234.50`; undefined when it cannot
 * be read without guessing, such as groups of the wrong size. Spaces and apostrophes group in every locale.
 */
export const parseMoney = (text: string, currency: string, locale: string): number | undefined =>
  readMoney(text, { locale, digits: currencyExponent(currency) });
