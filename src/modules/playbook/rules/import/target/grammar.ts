import type { Quantity, TargetOp, Window } from "../types.ts";
import { readAfter } from "./after.ts";
import type { Candidate } from "./candidate.ts";
import { findMultiple } from "./changes.ts";
import { COMPARATORS, currencyOf } from "./lexicon.ts";
import { readNumber, scaled, scaleOf } from "./numbers.ts";
import { isPartOfWord, isTarget } from "./passes.ts";
import { type Amount, amountOf, QUANTITY } from "./pattern.ts";

export interface GrammarOptions {
  /** True in text that writes "1,5" for one and a half and "1.000" for a thousand. */
  commaDecimals?: boolean;
}

const COMPARED = COMPARATORS.map(([source, op]) => ({
  op,
  pattern: new RegExp(
    String.raw`(?:^|[^\p{L}<>=])(${source})(?:\s{1,2}(?:el|la|los|las|un|una))?\s{0,2}$`,
    "iu",
  ),
}));

/**
 * Every numeric target stated in a text, in order. Numbers that name or describe ("24/7", "Phase 2", "ISO
 * 27001", "24 hours support", dates, versions) are not targets and are passed over.
 */
export function findQuantities(text: string, options: GrammarOptions = {}): Quantity[] {
  const line = text.slice(0, 2_000);
  const multiple = findMultiple(line);
  const found: Quantity[] = multiple ? [multiple] : [];
  QUANTITY.lastIndex = 0;
  for (let match = QUANTITY.exec(line); match; match = QUANTITY.exec(line)) {
    const candidate = candidateOf(line, match, options.commaDecimals ?? false);
    if (!candidate) continue;
    if (isPartOfWord(candidate)) {
      QUANTITY.lastIndex = endOfWord(line, match.index);
      continue;
    }
    if (!isTarget(candidate)) {
      QUANTITY.lastIndex = Math.max(candidate.end, match.index + 1);
      continue;
    }
    const quantity = quantityOf(candidate);
    if (quantity) found.push(quantity);
    QUANTITY.lastIndex = candidate.end + candidate.after.length;
  }
  return found;
}

function candidateOf(text: string, match: RegExpExecArray, commaDecimals: boolean): Candidate | null {
  const groups = match.groups ?? {};
  const first = amountOf(groups, "");
  if (!first) return null;
  let second = amountOf(groups, "2");
  const join = groups["join"] ?? "";
  const ranged = second !== null && isRange({ text, start: match.index, join, first, second });
  const firstEnd = second && !ranged ? firstAmountEnd(match) : match.index + match[0].length;
  if (!ranged) second = null;
  const before = text.slice(Math.max(0, match.index - 80), match.index);
  const unitless = first.currency !== "" || second?.currency || first.mark !== "" || second?.mark;
  return {
    text,
    start: match.index,
    end: firstEnd,
    before,
    after: readAfter(text.slice(firstEnd), { counted: !unitless, scaled: first.scale !== "" }),
    first,
    second,
    join,
    arrow: (groups["arrow"] ?? "").trim(),
    compared: comparisonBefore(before),
    commaDecimals,
  };
}

// "5 a 10" is a range; "5 and 10" only after "between".
function isRange(range: {
  text: string;
  start: number;
  join: string;
  first: Amount;
  second: Amount;
}): boolean {
  const { text, start, join, first, second } = range;
  if (first.plus || first.mark.startsWith(":")) return false;
  if (second.sign !== "" && second.sign !== "+") return false;
  if (/^(?:and|y|e)$/i.test(join))
    return /(?:between|entre)\s{1,2}$/i.test(text.slice(Math.max(0, start - 12), start));
  return true;
}

function firstAmountEnd(match: RegExpExecArray): number {
  const indices = match.indices?.groups ?? {};
  const ends = ["number", "scale", "after", "plus", "mark", "more"].map((name) => indices[name]?.[1] ?? 0);
  return Math.max(...ends);
}

function comparisonBefore(before: string): Candidate["compared"] {
  for (const { op, pattern } of COMPARED) {
    const match = pattern.exec(before);
    if (match)
      return { op, words: match[1] ?? "", length: before.length - before.lastIndexOf(match[1] ?? "") };
  }
  return null;
}

function endOfWord(text: string, start: number): number {
  const match = /[\s,;()]/.exec(text.slice(start + 1));
  return match ? start + 1 + match.index : text.length;
}

function quantityOf(candidate: Candidate): Quantity | null {
  const { first, second, after, text, compared } = candidate;
  const values = valuesOf(candidate);
  if (!values) return null;
  const mark = first.mark || second?.mark || "";
  const unit = mark === "" ? after.unit : unitOfMark(mark);
  const start = compared ? candidate.start - compared.length : candidate.start;
  const currency = currencyOf(first.currency || second?.currency);
  return {
    raw: text.slice(start, candidate.end + after.length).trim(),
    ...values,
    unit: currency ? null : unit,
    currency,
    window: after.window ?? windowBefore(candidate, currency !== null),
  };
}

function unitOfMark(mark: string): string {
  if (/^[★⭐]/u.test(mark)) return "stars";
  if (mark.startsWith(":")) return "ratio";
  return mark === "×" ? "x" : mark;
}

function windowBefore({ text, start, end }: Candidate, money: boolean): Window | null {
  const label = /^([^:]{1,60}):/.exec(text)?.[1] ?? "";
  const context = money ? text.slice(0, start) + behindMoney(text, end) : label;
  if (/\b(?:monthly|mrr|mensual(?:es)?|al mes|per month)\b/i.test(context)) return "monthly";
  if (/\b(?:weekly|semanal(?:es)?)\b/i.test(context)) return "weekly";
  if (/\b(?:daily|diari[oa]s?)\b/i.test(context)) return "daily";
  if (/\b(?:quarterly|trimestral(?:es)?)\b/i.test(context)) return "quarterly";
  return /\b(?:yearly|annual|arr|anual(?:es)?)\b/i.test(context) ? "yearly" : null;
}

// "50 000 € de ingresos mensuales", "$50K in monthly recurring revenue".
function behindMoney(text: string, end: number): string {
  return /^\s(?:of|in|de|en)\s(?:\p{L}+\s?){1,3}/u.exec(text.slice(end, end + 60))?.[0] ?? "";
}

type Bounds = Pick<Quantity, "op" | "min" | "max" | "reversed">;

function valuesOf(candidate: Candidate): Bounds | null {
  const { first, second, after, compared, arrow, commaDecimals } = candidate;
  const one = readNumber(first.number, commaDecimals);
  const value = scaled(one, scaleOf(first.scale || sharedScale(candidate, one)));
  if (!Number.isFinite(value)) return null;
  if (second) return rangeOf(candidate, value);
  const direction = changeOf(candidate);
  if (direction !== 0) return { op: "delta", min: direction * value, max: direction * value };
  const op: TargetOp = compared?.op ?? (first.plus ? ">=" : (after.op ?? "="));
  if (arrow) return { op, min: value, max: value };
  if (op === ">=" || op === ">") return { op, min: value, max: null };
  if (op === "<=" || op === "<") return { op, min: null, max: value };
  return { op: "=", min: value, max: value };
}

// "$1-2M" means one to two million; "$500-1K" does not mean five hundred thousand.
function sharedScale({ first, second, commaDecimals }: Candidate, one: number): string {
  if (!second || first.scale || !second.scale) return "";
  return one < readNumber(second.number, commaDecimals) ? second.scale : "";
}

function rangeOf(candidate: Candidate, low: number): Bounds | null {
  const { second, commaDecimals, join, before } = candidate;
  if (!second) return null;
  const high = scaled(readNumber(second.number, commaDecimals), scaleOf(second.scale));
  if (!Number.isFinite(high)) return null;
  const moves =
    /^(?:to|a|→|->)$/i.test(join) && (/\b(?:from|de|desde)\s{1,2}$/i.test(before) || /[→>]/.test(join));
  // "from 5% to 3%": the second number is the target, the first is where things stand. In Spanish "de 5 a 10" is a
  // range as well, so there a word must say that something moves.
  const english = /\bfrom\s{1,2}$/i.test(before) && /^to$/i.test(join);
  if (moves && (english || MOVES.test(before + join))) {
    return high < low ? { op: "<=", min: null, max: high } : { op: ">=", min: high, max: null };
  }
  const reversed = high < low ? { reversed: true as const } : {};
  return { op: "between", min: Math.min(low, high), max: Math.max(low, high), ...reversed };
}

const MOVES = /reduc|decreas|lower|cut|increas|grow|rais|improv|aument|crec|pasar|sub|baj|disminu|→|->/i;
const FALLS = /\b(?:reduc\w*|decreas\w*|cut|lower|disminui\w*|disminuci\w*|baja\w*|recort\w*)\b/iu;
const RISES =
  /\b(?:increas\w*|grow\w*|improv\w*|rais\w*|boost\w*|aument\w*|increment\w*|mejor\w*|crec\w*|sub\w*)\b/iu;

function changeOf({ arrow, first, before, after, compared }: Candidate): -1 | 0 | 1 {
  if (arrow) return /[↓▼⬇]/u.test(arrow) ? -1 : 1;
  const points = /^(?:percentage )?(?:points?|pts|puntos?)$/iu.test(after.unit ?? "") && first.sign === "";
  if (first.mark !== "%" && first.mark !== "pp" && !points)
    return first.sign === "-" || first.sign === "−" ? -1 : 0;
  if (first.sign !== "") return first.sign === "+" ? 1 : -1;
  if (after.change !== 0) return after.change;
  const byHowMuch = /\b(?:by|un|en un|en)\s{1,2}(?:(?:at least|al menos|over|m[aá]s de)\s)?$/iu.test(
    compared ? before.slice(0, -compared.length) : before,
  );
  if (!byHowMuch) return 0;
  if (FALLS.test(before)) return -1;
  return RISES.test(before) ? 1 : 0;
}
