import type { Span } from "../types.ts";
import { monthIndex, monthNumber } from "./calendar.ts";

/** A time expression found in text. Calendar months are absolute until the plan's first month is known. */
export interface TimeExpression {
  start: number;
  end: number;
  /** The words around it that say nothing else, as found behind a heading: "Months 1-6". */
  text?: string;
  /** Unit of the words used, which tells a week's heading from a month's. */
  word: "day" | "week" | "month" | "quarter" | "half" | "year" | "sprint";
  span?: Span;
  calendar?: { from: number; to: number };
  /** Months without a year, 1..12. */
  months?: { from: number; to: number };
  /** A quarter without a year, 1..4. */
  quarters?: { from: number; to: number };
  /** "Next 30 days": so many units after what came before. */
  next?: { unit: Span["unit"]; count: number };
}

const JOIN = String.raw`\s{0,3}(?:-|–|—|−|\bto\b|\bthrough\b|\ba\b|\bal\b|\by\b|\band\b|&|\bhasta\b|,)\s{0,3}`;
const UNIT = String.raw`months?|weeks?|days?|years?|sprints?|mes(?:es)?|semanas?|d[ií]as?|años?|wks?|mos?`;
const ORDINAL = String.raw`1er|first|second|third|fourth|1st|2nd|3rd|4th|primer(?:o|a)?|segund[oa]|tercer(?:o|a)?|cuart[oa]`;
const NAME = String.raw`jan(?:uary)?|feb(?:ruary|rero)?|mar(?:ch|zo)?|apr(?:il)?|may(?:o)?|june?|july?|aug(?:ust)?|sep(?:t|tember|tiembre)?|oct(?:ober|ubre)?|nov(?:ember|iembre)?|dec(?:ember)?|ene(?:ro)?|abr(?:il)?|junio|julio|ago(?:sto)?|dic(?:iembre)?`;
const YEAR = String.raw`(?:\s{0,3}[/,-]?\s{0,3}(?:de\s+|del\s+)?(20\d\d))`;

type Reader = (match: RegExpExecArray) => Omit<TimeExpression, "start" | "end"> | null;

const READERS: [RegExp, Reader][] = [
  [
    new RegExp(
      String.raw`\b(first|primer[oa]?s?|next|following|siguientes?|pr[oó]xim[oa]s?|last|final|[uú]ltim[oa]s?)\s+(\d{1,3})\s*-?\s*(days?|weeks?|months?|d[ií]as?|semanas?|mes(?:es)?)\b`,
      "giu",
    ),
    readStretch,
  ],
  [
    new RegExp(
      String.raw`\b(${UNIT})\s{0,3}#?(\d{1,4})(?:${JOIN}(?:(?:${UNIT})\s{0,3})?(\d{1,4}))?(?![\d%])`,
      "giu",
    ),
    readCounted,
  ],
  [new RegExp(String.raw`\b([QTH])([1-4])(?:${JOIN}[QTH]?([1-4])(?!\d))?\b${YEAR}?`, "gu"), readQuarter],
  [new RegExp(String.raw`\b(20\d\d)\s{0,3}[-/]?\s{0,3}([QTH])([1-4])\b`, "gu"), readYearQuarter],
  [
    new RegExp(
      String.raw`\b(?:quarters?|trimestres?)\s{0,3}([1-4])(?:${JOIN}(?:(?:quarter|trimestre)\s{0,3})?([1-4]))?\b${YEAR}?`,
      "giu",
    ),
    readNamedQuarter,
  ],
  [
    new RegExp(String.raw`\b([MW])(\d{1,2})(?:${JOIN}[MW]?(\d{1,2}))?(?=\s{0,2}(?:[:–—|,)\]-]|$))`, "gu"),
    readShort,
  ],
  [new RegExp(String.raw`\b(?:semestre|semester|half)\s{0,3}([12])\b${YEAR}?`, "giu"), readSemester],
  [
    new RegExp(
      String.raw`\b(${ORDINAL})\s+(quarter|trimestre|month|mes|week|semana|year|año)\b${YEAR}?`,
      "giu",
    ),
    readOrdinal,
  ],
  [new RegExp(String.raw`\b(${NAME})\b\.?(?:${YEAR}?${JOIN}(${NAME})\b\.?)?${YEAR}`, "giu"), readMonthName],
];

/** The first time expression in a text, or null. Every pattern is bounded, so the search is linear. */
export function findTime(text: string): TimeExpression | null {
  let best: TimeExpression | null = null;
  for (const [pattern, read] of READERS) {
    pattern.lastIndex = 0;
    const match = pattern.exec(text);
    if (!match || (best && match.index >= best.start)) continue;
    const value = read(match);
    if (value) best = { ...value, start: match.index, end: match.index + match[0].length };
  }
  return best ?? findBareStretch(text);
}

const BARE_MONTHS = new RegExp(
  String.raw`^(${NAME})\.?(?:${JOIN}(${NAME})\.?)?(?=\s{0,3}(?:[:–—|(,.-]|$))`,
  "iu",
);

/** Months without a year at the beginning of a text: "March: Launch", "Ene–Mar". */
export function findBareMonths(text: string): TimeExpression | null {
  const match = BARE_MONTHS.exec(text);
  const from = monthNumber(match?.[1] ?? "");
  const to = match?.[2] === undefined ? from : monthNumber(match[2]);
  if (!match || !from || !to) return null;
  return { start: 0, end: match[0].length, word: "month", months: { from, to } };
}

// "30 days: learn": a heading that opens with its length.
function findBareStretch(text: string): TimeExpression | null {
  const match = /^(\d{1,3})[\s-]{1,3}(days?|d[ií]as?)\b/iu.exec(text);
  if (!match) return null;
  return { start: 0, end: match[0].length, word: "day", next: { unit: "day", count: -Number(match[1]) } };
}

function readStretch(match: RegExpExecArray): ReturnType<Reader> {
  const unit = unitOf(match[3] ?? "");
  const count = Number(match[2]);
  if (unit === "year" || unit === "sprint") return null;
  const opens = /^(first|primer)/i.test(match[1] ?? "");
  return opens ? { word: unit, span: { unit, from: 1, to: count } } : { word: unit, next: { unit, count } };
}

function readCounted(match: RegExpExecArray): ReturnType<Reader> {
  const word = unitOf(match[1] ?? "");
  const from = Number(match[2]);
  const to = match[3] === undefined ? from : Number(match[3]);
  if (to < from) return null;
  if (word === "sprint" || to === 0) return { word };
  if (word === "year") {
    if (from > 99) return null;
    return { word, span: { unit: "month", from: from * 12 - 11, to: to * 12 } };
  }
  return { word, span: { unit: word, from: Math.max(1, from), to } };
}

// "M1-M3", "W2": only where a title or a bracket ends behind them, for letters with a digit name many things.
function readShort(match: RegExpExecArray): ReturnType<Reader> {
  const unit = match[1] === "W" ? "week" : "month";
  const from = Number(match[2]);
  const to = Number(match[3] ?? from);
  return from < 1 || to < from ? null : { word: unit, span: { unit, from, to } };
}

function readSemester(match: RegExpExecArray): ReturnType<Reader> {
  const half = Number(match[1]);
  return quarterSpan("H", { from: half, to: half }, match[2]);
}

function quarterSpan(letter: string, range: { from: number; to: number }, year?: string): ReturnType<Reader> {
  const half = letter === "H";
  if (range.to < range.from || (half && range.to > 2)) return null;
  const size = half ? 6 : 3;
  const word = half ? "half" : "quarter";
  if (!year)
    return half
      ? { word, span: { unit: "month", from: range.from * 6 - 5, to: range.to * 6 } }
      : { word, quarters: range };
  const base = monthIndex(Number(year), 1);
  return { word, calendar: { from: base + (range.from - 1) * size, to: base + range.to * size - 1 } };
}

function readQuarter(match: RegExpExecArray): ReturnType<Reader> {
  const from = Number(match[2]);
  return quarterSpan(match[1] ?? "", { from, to: Number(match[3] ?? from) }, match[4]);
}

function readYearQuarter(match: RegExpExecArray): ReturnType<Reader> {
  return quarterSpan(match[2] ?? "", { from: Number(match[3]), to: Number(match[3]) }, match[1]);
}

function readNamedQuarter(match: RegExpExecArray): ReturnType<Reader> {
  const from = Number(match[1]);
  return quarterSpan("Q", { from, to: Number(match[2] ?? from) }, match[3]);
}

function readOrdinal(match: RegExpExecArray): ReturnType<Reader> {
  const number = ordinalNumber(match[1] ?? "");
  const word = match[2] ?? "";
  if (/^(quarter|trimestre)$/i.test(word)) return quarterSpan("Q", { from: number, to: number }, match[3]);
  const unit = unitOf(word);
  if (unit === "sprint") return null;
  if (unit === "year")
    return { word: unit, span: { unit: "month", from: number * 12 - 11, to: number * 12 } };
  return { word: unit, span: { unit, from: number, to: number } };
}

function readMonthName(match: RegExpExecArray): ReturnType<Reader> {
  const from = monthNumber(match[1] ?? "");
  const to = match[3] === undefined ? from : monthNumber(match[3]);
  const year = Number(match[4]);
  if (!from || !to) return null;
  const fromYear = match[2] ? Number(match[2]) : to < from ? year - 1 : year;
  const calendar = { from: monthIndex(fromYear, from), to: monthIndex(year, to) };
  return calendar.to < calendar.from ? null : { word: "month", calendar };
}

function ordinalNumber(word: string): number {
  const lower = word.toLowerCase();
  return (
    [/^(first|1st|1er|prim)/, /^(second|2nd|seg)/, /^(third|3rd|ter)/].findIndex((one) => one.test(lower)) +
      1 || 4
  );
}

function unitOf(word: string): "day" | "week" | "month" | "year" | "sprint" {
  const lower = word.toLowerCase();
  if (lower.startsWith("spr")) return "sprint";
  if (lower.startsWith("d")) return "day";
  if (lower.startsWith("w") || lower.startsWith("sem")) return "week";
  return lower.startsWith("y") || lower.startsWith("a") ? "year" : "month";
}
