import { foldWords } from "#modules/academy/rules/quizzes/fold-words.ts";

const GROUPS = /^\d{1,3}(?:([.,'\s])\d{3})(?:\1\d{3})*$/u;
const PLAIN = /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/;

const ungrouped = (text: string): string => text.replace(/[.,'\s]/gu, "");

/** The unit the author stated may stand before or after, or be left out; any other word makes it no number. */
function withoutUnit(text: string, unit: string): string {
  const folded = foldWords(unit);
  if (folded === "") return text;
  if (text.endsWith(folded)) return text.slice(0, -folded.length).trim();
  return text.startsWith(folded) ? text.slice(folded.length).trim() : text;
}

/** Readings of digits whose `mark` may be a decimal one: with it as such, and with it between thousands. */
function readings(digits: string): string[] {
  const found = GROUPS.test(digits) ? [ungrouped(digits)] : [];
  for (const mark of [".", ","]) {
    const [whole, fraction, ...more] = digits.split(mark);
    if (whole === undefined || fraction === undefined || more.length > 0) continue;
    const isWhole = /^\d*$/.test(whole) || GROUPS.test(whole);
    if (isWhole && !whole.includes(mark)) found.push(`${ungrouped(whole)}.${fraction}`);
  }
  return [...found, digits];
}

/**
 * The numbers that a typed text may mean: decimal point or comma, thousands apart by point, comma, space or apostrophe, a
 * sign, a power of ten (1e3), and the author's unit. "1.234" and "1,234" are both one thousand and one point something:
 * either counts. Empty where it is no number.
 */
export function readNumbers(text: string, unit = ""): number[] {
  const bare = withoutUnit(foldWords(text), unit);
  const sign = bare.startsWith("-") ? -1 : 1;
  const digits = withoutUnit(bare.replace(/^[+-]\s*/, ""), unit);
  const numbers = readings(digits)
    .filter((reading) => PLAIN.test(reading))
    .map((reading) => sign * Number(reading));
  return [...new Set(numbers)].filter(Number.isFinite);
}
