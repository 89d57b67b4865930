import type { TargetOp, Window } from "../types.ts";
import { ENDS_A_UNIT, MEASURE_UNITS, WINDOWS } from "./lexicon.ts";

/** What stands behind a number: its unit, how often, and words such as "or more". */
export interface Afterwards {
  unit: string | null;
  window: Window | null;
  op: TargetOp | null;
  /** Direction of a change: "30% reduction" is -1. */
  change: -1 | 0 | 1;
  /** How many characters were read. */
  length: number;
  /** Whether the unit is a word for things that are counted. */
  countable: boolean;
}

const OR_MORE =
  /^\s?(?:or (?:more|above|higher|better)|and (?:above|up|over)|o m[aá]s|y m[aá]s|o superior)\b/iu;
const OR_LESS = /^\s?(?:or (?:less|fewer|below|lower)|o menos|o inferior)\b/iu;
const LESS = /^\s(?:reduction|decrease|drop|decline|less|fewer|lower|reducci[oó]n|disminuci[oó]n|menos)\b/iu;
const MORE = /^\s(?:increase|uplift|rise|more|higher|aumento|incremento|m[aá]s)\b/iu;
const KNOWN_NOUNS =
  /^(?:staff|people|personas|personal|headcount|fte|ftes|equipo|mrr|arr|traffic|ms|nps|inscritos|alumnado|customers?|clients?|users?|subscribers?|employees?|hires?|engineers?|posts?|articles?|pages?|students?|leads?|children|women|men|alumni|feedbacks?)$/iu;
const GLUED_UNIT = /^(?:ms|s|sec|min|h|hrs?|kb|mb|gb|tb)(?![\p{L}\d])/iu;

/**
 * Reads what follows a number in a text. `counted` is false for money and percentages, which have their unit;
 * `scaled` is true behind a word such as "millones", which may be followed by "de".
 */
export function readAfter(
  text: string,
  { counted, scaled }: { counted: boolean; scaled: boolean },
): Afterwards {
  const state: Afterwards = { unit: null, window: null, op: null, change: 0, length: 0, countable: false };
  readOr(state, text);
  if (!counted && state.op === null) readChange(state, text);
  readWindow(state, text);
  const link = counted && scaled ? (/^\s(?:de|of)(?=\s)/iu.exec(text)?.[0] ?? "") : "";
  if (counted) readUnit(state, text.slice(link.length));
  if (link && state.unit) state.length += link.length;
  readOr(state, text);
  readWindow(state, text);
  readWindowBehind(state, text);
  return state;
}

function readOr(state: Afterwards, text: string): void {
  const rest = text.slice(state.length);
  const more = OR_MORE.exec(rest);
  const match = more ?? OR_LESS.exec(rest);
  if (!match || state.op) return;
  state.op = more ? ">=" : "<=";
  state.length += match[0].length;
}

function readChange(state: Afterwards, text: string): void {
  const less = LESS.exec(text);
  const match = less ?? MORE.exec(text);
  if (!match) return;
  state.change = less ? -1 : 1;
  state.length += match[0].length;
}

function readWindow(state: Afterwards, text: string): void {
  const rest = text.slice(state.length);
  const lead = /^[\s(]{0,2}/.exec(rest)?.[0] ?? "";
  if (state.window || (lead === "" && !rest.startsWith("/"))) return;
  for (const [pattern, window] of WINDOWS) {
    const match = pattern.exec(rest.slice(lead.length));
    if (!match || /^[\p{L}\d]/u.test(rest.slice(lead.length + match[0].length))) continue;
    state.window = window;
    state.length += lead.length + match[0].length;
    return;
  }
}

// "20 demos booked per week"
function readWindowBehind(state: Afterwards, text: string): void {
  if (state.window || !state.unit) return;
  const word = /^\s\p{Ll}{3,12}(?:ed|d[oa]s?)(?=\s)/u.exec(text.slice(state.length))?.[0] ?? "";
  if (word === "") return;
  const before = state.length;
  state.length += word.length;
  readWindow(state, text);
  if (!state.window) state.length = before;
}

function readUnit(state: Afterwards, text: string): void {
  const rest = text.slice(state.length);
  const glued = GLUED_UNIT.exec(rest);
  if (glued) {
    state.unit = glued[0];
    state.length += glued[0].length;
    return;
  }
  const words: string[] = [];
  let length = 0;
  for (const match of rest.slice(0, 120).matchAll(/(\s)([\p{L}][\p{L}'’-]*)/gu)) {
    if (match.index !== length || words.length === 4 || ENDS_A_UNIT.has((match[2] ?? "").toLowerCase()))
      break;
    words.push(match[2] ?? "");
    length += match[0].length;
  }
  const noun = headNoun(words);
  if (words.length === 0) return;
  const taken = words.slice(0, noun < 0 ? 1 : noun + 1);
  state.unit = taken.join(" ");
  state.countable = noun >= 0 && !MEASURE_UNITS.has((words[noun] ?? "").toLowerCase());
  state.length += taken.reduce((sum, word) => sum + word.length + 1, 0);
}

// "12 customer interviews" counts interviews, "200 customers acquired" counts customers.
function headNoun(words: readonly string[]): number {
  const first = words.findIndex((word) => isNoun(word));
  const plural = /s$/i.test(words[first] ?? "s");
  return !plural && isNoun(words[first + 1] ?? "") ? first + 1 : first;
}

function isNoun(word: string): boolean {
  return (
    KNOWN_NOUNS.test(word) || MEASURE_UNITS.has(word.toLowerCase()) || /^\p{L}[\p{L}-]+[^s\W]s$/iu.test(word)
  );
}
