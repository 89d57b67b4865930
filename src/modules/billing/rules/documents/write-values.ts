import { formatMoney } from "#kernel/money.ts";

/** A local day as people read it: `4 January 2027`. */
export const writeDay = (day: string, locale: string): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, { dateStyle: "long" });

/** A half-open period as people read it, its last day included: `4 Jan – 3 Feb 2027`. */
export function writePeriod(startsOn: string, endsOn: string, locale: string): string {
  const first = Temporal.PlainDate.from(startsOn);
  const last = Temporal.PlainDate.from(endsOn).subtract({ days: 1 });
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
  return first.equals(last)
    ? format.format(first)
    : format.formatRange(first, last).replaceAll("\u2009", " ");
}

/** A rate in parts per million: `19%`, `8,875 %`. */
export const writeRate = (ratePpm: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 4 })
    .format(ratePpm / 1_000_000)
    .replaceAll("\u202f", "\u00a0");

export const writeQuantity = (quantity: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(quantity);

/** Words with places in them: `{amount} due by {day}`. */
export const fill = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

/** An amount in print: with a true minus sign. */
export const writeAmount = (minor: number, currency: string, locale: string): string =>
  formatMoney(minor, currency, locale).replace("-", "\u2212");
