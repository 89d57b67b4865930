import { decimalText, writeMoney } from "#kernel/browser/money-text.ts";

/*
 * Digits after the point by ISO 4217 (list of 2024-06-25); every currency that is not here has two. Intl keeps
 * its own list, of what people commonly write, and differs for sixteen currencies: an invoice may not.
 */
const digitsOf: Record<string, number> = Object.fromEntries([
  ...[
    "BIF",
    "CLP",
    "DJF",
    "GNF",
    "ISK",
    "JPY",
    "KMF",
    "KRW",
    "PYG",
    "RWF",
    "UGX",
    "UYI",
    "VND",
    "VUV",
    "XAF",
    "XOF",
    "XPF",
  ].map((code) => [code, 0]),
  ...["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].map((code) => [code, 3]),
  ...["CLF", "UYW"].map((code) => [code, 4]),
]);

/** Digits after the point of a currency's minor unit. */
export function currencyDigits(currency: string): number {
  return digitsOf[currency] ?? 2;
}

/** An amount in minor units of an ISO 4217 currency: `$31,420.00`; exact at any size. */
export function formatMoney(minor: bigint, currency: string, locale: string): string {
  const digits = currencyDigits(currency);
  return writeMoney(decimalText(minor, digits), { currency, locale, digits });
}

/** The same without a fraction of zeros, for headlines and targets: `$31,420`, but `$0.50`. */
export function formatRoundMoney(minor: bigint, currency: string, locale: string): string {
  const digits = currencyDigits(currency);
  const isWhole = minor % 10n ** BigInt(digits) === 0n;
  return writeMoney(decimalText(minor, digits), { currency, locale, digits: isWhole ? 0 : digits });
}
