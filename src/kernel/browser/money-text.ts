/** How an amount is written. `digits` is the currency's exponent by ISO 4217, never what Intl believes. */
export interface MoneyStyle {
  currency: string;
  locale: string;
  digits: number;
  /** "narrowSymbol" is `$` for every dollar; "symbol" tells US$ from CA$ where the reader might wonder. */
  display?: "narrowSymbol" | "symbol";
}

/** Minor units as decimal text: 3142000n with two digits is `31420.00`. */
export function decimalText(minor: bigint, digits: number): string {
  if (digits === 0) return minor.toString();
  const size = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  return `${minor < 0n ? "-" : ""}${size.slice(0, -digits)}.${size.slice(-digits)}`;
}

/** Decimal text such as `31420.00` as people read it in a locale: `$31,420.00`. Exact at any size. */
export function writeMoney(amount: string, { currency, locale, digits, display }: MoneyStyle): string {
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: display ?? "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(amount as Intl.StringNumericLiteral).replaceAll(/[\u2009\u202f]/gu, "\u00a0");
}
