/** Longest body a reference takes: 25 characters less `RF` and two check digits. */
const MAX_BODY = 21;

const compact = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, "");

const A = 65;
const ZERO = 48;

/**
 * ISO 7064 MOD 97-10 over capital letters as numbers (A is 10), one by one, so that no number grows too large. Matching
 * asks for it tens of thousands of times a line.
 */
function remainder97(text: string): number {
  let rest = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    rest = code >= A ? (rest * 100 + code - A + 10) % 97 : (rest * 10 + code - ZERO) % 97;
  }
  return rest;
}

/**
 * The structured creditor reference of ISO 11649 for a number such as `INV-000042`: `RF`, two check digits, the letters
 * and digits of the seed in capitals. The same seed gives the same reference; a wrong digit or letter, or two digits swapped, is seen.
 * A seed needs 1 to 21 letters and digits.
 */
export function creditorReference(seed: string): string {
  const body = compact(seed);
  if (body.length === 0 || body.length > MAX_BODY)
    throw new RangeError(`A payment reference is made of 1 to ${MAX_BODY} letters and digits`);
  const check = 98 - remainder97(`${body}RF00`);
  return `RF${String(check).padStart(2, "0")}${body}`;
}

/** True for a whole reference without spaces whose check digits are right. */
export const isCreditorReference = (text: string): boolean =>
  /^RF(0[2-9]|[1-8]\d|9[0-8])[A-Z0-9]{1,21}$/.test(text) &&
  remainder97(`${text.slice(4)}${text.slice(0, 4)}`) === 1;

/** In groups of four, as people read and type it. */
export const groupReference = (reference: string): string => reference.match(/.{1,4}/g)?.join(" ") ?? "";
