import { creditorReference, isCreditorReference } from "../creditor-reference.ts";

/** References a text may hold. */
export interface FoundReferences {
  /** Whole ones with right check digits, in the order they stand. */
  exact: string[];
  /** Those of invoice numbers that stand in it, such as `INV 42`. */
  byNumber: string[];
}

const SHORTEST = 5;
const LONGEST = 25;

const compact = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, "");

function* startsOf(text: string): Generator<number> {
  for (let at = text.indexOf("RF"); at >= 0; at = text.indexOf("RF", at + 1)) yield at;
}

/** Everything after an `RF` that could be a reference of some length: where it ends, nobody says. */
function exactIn(text: string): string[] {
  const found = new Set<string>();
  for (const at of startsOf(text))
    for (let length = LONGEST; length >= SHORTEST; length--) {
      const piece = text.slice(at, at + length);
      if (piece.length === length && isCreditorReference(piece)) found.add(piece);
    }
  return [...found];
}

/** Letters and a number near them, whatever people put between: also without the zeros in front. */
function numbersIn(text: string): string[] {
  const found = new Set<string>();
  for (const [, letters = "", digits = ""] of text
    .toUpperCase()
    .matchAll(/([A-Z]{1,8})[^A-Z0-9\n]{0,3}(\d{1,12})(?!\d)/g))
    for (const number of new Set([digits, digits.replace(/^0+(?=\d)/, "").padStart(6, "0")]))
      found.add(creditorReference(`${letters}${number}`));
  return [...found];
}

/** Finds what an invoice may be known by in whatever people write. Candidates all; the open invoices say which are any. */
export function findReferences(text: string): FoundReferences {
  const exact = exactIn(compact(text));
  return { exact, byNumber: numbersIn(text).filter((reference) => !exact.includes(reference)) };
}

const DIGITS = "0123456789";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A reference is read by its check digits: only few of all that a slip could have been are right. */
function* slipsOf(piece: string): Generator<string> {
  for (let at = 2; at < piece.length; at++) {
    const character = piece[at] ?? "";
    const before = piece.slice(0, at);
    const after = piece.slice(at + 1);
    for (const other of DIGITS + LETTERS) {
      if (other !== character) yield before + other + after;
      yield before + other + character + after;
    }
    yield before + after;
    const next = after[0];
    if (next !== undefined && next !== character) yield before + next + character + after.slice(1);
  }
}

/**
 * The references that a text may have meant if one character of them was typed wrong, left out, doubled or swapped with its
 * neighbour: those whose check digits are right.
 */
export function repairReferences(text: string): string[] {
  const found = new Set<string>();
  const whole = compact(text);
  for (const at of [...startsOf(whole)].slice(0, 3))
    for (let length = 8; length <= LONGEST; length++) {
      const piece = whole.slice(at, at + length);
      if (piece.length < length) break;
      for (const slip of slipsOf(piece)) if (isCreditorReference(slip)) found.add(slip);
    }
  return [...found];
}
