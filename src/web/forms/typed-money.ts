import { decimalText } from "#kernel/browser/money-text.ts";
import { readMoney } from "#kernel/browser/read-money.ts";
import { currencyDigits } from "#web/format/money.ts";
import type { RawValue } from "#web/forms/raw-form.ts";

/** Stands for what was typed and cannot be read: no number, so that the schema asks for one. */
const UNREADABLE = "unreadable";

function typed(raw: RawValue | undefined, digits: number, locale: string): string {
  const text = typeof raw === "string" ? raw.trim() : "";
  if (text === "") return "";
  const minor = readMoney(text, { locale, digits });
  return minor === undefined ? UNREADABLE : String(minor);
}

/** What somebody typed into a field of money, in minor units for the schema: `1.234,50` is `123450`. Empty stays empty. */
export const typedMinor = (raw: RawValue | undefined, currency: string, locale: string): string =>
  typed(raw, currencyDigits(currency), locale);

/** What somebody typed into a field of percent, in parts per million for the schema: `12.5` is `125000`. */
export const typedPpm = (raw: RawValue | undefined, locale: string): string => typed(raw, 4, locale);

/** An amount in minor units as a field of money shows it: no grouping, the decimal sign of the locale. */
export function moneyInField(minor: number, currency: string, locale: string): string {
  const digits = currencyDigits(currency);
  const format = new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(decimalText(BigInt(minor), digits) as Intl.StringNumericLiteral);
}
