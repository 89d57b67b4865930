/** Which character divides whole from parts. */
export type DecimalMark = "," | ".";

const MINUS = /[-−–‐]/;

/** The number of an amount without its sign, currency and thousands: `1'234,50 EUR` is `1'234,50`. */
const bare = (text: string): string => text.replace(/[^\d.,]/g, "");

/**
 * The decimal mark of a column: that of amounts with one or two digits behind it; where none has, the one that is not
 * before three digits. Undefined when whole amounts alone tell nothing.
 */
export function guessDecimalMark(amounts: readonly string[]): DecimalMark | undefined {
  const found = { ",": 0, ".": 0 };
  for (const text of amounts) {
    const number = bare(text);
    const last = number.at(Math.max(number.lastIndexOf(","), number.lastIndexOf(".")));
    // Of two marks in one amount the later is the decimal one: the earlier groups thousands.
    const tells = /[.,]\d{1,2}$/.test(number) || (number.includes(",") && number.includes("."));
    if (tells && (last === "," || last === ".")) found[last] += 1;
  }
  if (found[","] === found["."]) return undefined;
  return found[","] > found["."] ? "," : ".";
}

/** `(1,00)`, `1,00-`, `-1,00`, `1,00 DR` and `1,00 S` are money that went. */
function signOf(text: string): 1 | -1 {
  if (MINUS.test(text) || /^\s*\(.*\)\s*$/.test(text)) return -1;
  return /\b(DR|D|S|DBIT)\s*$/i.test(text) ? -1 : 1;
}

/**
 * An amount in minor units of a currency with so many digits; undefined for what is no amount, or has parts smaller than
 * the currency knows.
 */
export function readAmount(text: string, mark: DecimalMark, digits: number): number | undefined {
  const number = bare(text);
  if (!/\d/.test(number)) return undefined;
  const at = number.lastIndexOf(mark);
  const whole = (at < 0 ? number : number.slice(0, at)).replace(/[.,]/g, "");
  const parts = (at < 0 ? "" : number.slice(at + 1)).replace(/0+$/, "");
  if (parts.length > digits || /[.,]/.test(parts)) return undefined;
  const minor = Number(`${whole}${parts.padEnd(digits, "0")}`);
  return Number.isSafeInteger(minor) && minor <= 9_000_000_000_000 ? signOf(text) * minor || 0 : undefined;
}
