/** The largest amount in minor units the house computes with: a thousandfold below 2^53, so that sums stay exact. */
export const MAX_AMOUNT_MINOR = 9_000_000_000_000;

const DECIMAL = /^([+-]?)(\d{1,15})(?:\.(\d+))?$/u;

/**
 * Minor units of an amount as machines write it (`1234.5`, `-0.05`); undefined when it is no such amount, has more than
 * `digits` digits, or is out of range. Zeros beyond the digits are let pass: banks write them.
 */
export function minorOfDecimal(text: string, digits: number): number | undefined {
  const [, sign, whole, fraction = ""] = DECIMAL.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  if (/[^0]/u.test(fraction.slice(digits))) return undefined;
  const size = Number(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  if (!Number.isSafeInteger(size) || size > MAX_AMOUNT_MINOR) return undefined;
  return size === 0 ? 0 : sign === "-" ? -size : size;
}

/** Right-to-left locales write these beside the minus; they are no part of the number. */
const DIRECTION_MARKS = /[\u200e\u200f\u061c]/gu;

/** What separates groups and fractions in a locale, and its ten digits in order. */
function signsOf(locale: string): { group: string; decimal: string; digits: string[] } {
  const format = new Intl.NumberFormat(locale, { useGrouping: true, minimumFractionDigits: 1 });
  const parts = format.formatToParts(1_234_567.5);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value;
  const plain = new Intl.NumberFormat(locale, { useGrouping: false });
  return {
    group: sign("group") ?? "",
    decimal: sign("decimal") ?? ".",
    digits: Array.from("0123456789", (digit) => plain.format(Number(digit))),
  };
}

/**
 * Minor units of a number as people of a locale type it: `1.234,50`, `1 234,5`, `1'234.50`; undefined when it cannot
 * be read without guessing, such as groups of the wrong size. Spaces and apostrophes group in every locale.
 */
export function readMoney(
  text: string,
  { locale, digits }: { locale: string; digits: number },
): number | undefined {
  const signs = signsOf(locale);
  const bare = text
    .replaceAll(DIRECTION_MARKS, "")
    .trim()
    .replaceAll(/[\u2212\u2013]/gu, "-");
  const latin = Array.from(bare, (sign) => {
    const digit = signs.digits.indexOf(sign);
    return digit === -1 ? sign : String(digit);
  }).join("");
  const [whole = "", fraction, ...rest] = latin.split(signs.decimal);
  if (rest.length > 0) return undefined;
  const isGroup = (sign: string) => sign === signs.group || /[\s'’]/u.test(sign);
  const groups = Array.from(whole, (sign) => (isGroup(sign) ? " " : sign)).join("");
  if (!/^[+-]?(?:\d+|\d{1,3}(?: \d{2,3})* \d{3})$/u.test(groups)) return undefined;
  const joined = groups.replaceAll(" ", "");
  return minorOfDecimal(fraction === undefined ? joined : `${joined}.${fraction}`, digits);
}
