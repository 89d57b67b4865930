import type { Codec } from "../types.ts";
import { toBytes } from "./misreading.ts";

// Marks that follow a letter in ordinary writing, by their byte: “CAFÉ’S” is clean although C9 92 is UTF-8 too.
const MARKS_AFTER_A_LETTER: Record<Codec, string> = {
  cp1252: "…‘’“”•–—™›»«·®© ",
  latin1: "»«·®© ",
  macroman: "áàâäãåçéèêëíìîïñóòôöõúùûüÄÅÇÉÑÖÜ†°¢£§•¶ß®©™≠ÆØ∞±≤≥¥µΩæø",
};
const QUOTES = new Set(["`", '"', "'", "(", ")", "[", "]"]);
const SPEAKS_OF_ENCODINGS =
  /mojibake|encod|utf-?8|codificaci|latin-?1|iso-?8859|cp-?1252|windows-1252|charset/i;
const UNLIKELY =
  /[\u0300-\u036f\u0080-\u009f\u0250-\u02af\u0530-\u058f\u0700-\u08ff\ue000-\uf8ff\ufffd]|\p{Cn}/gu;

interface Run {
  start: number;
  end: number;
  sequences: Sequence[];
}

interface Sequence {
  start: number;
  length: number;
  lead: number;
}

/**
 * Whether text that could be undone looks damaged rather than written so: some sequence in it must be one that
 * ordinary writing does not produce and that is not merely being shown in a sentence about encodings.
 */
export function looksDamaged(text: string, codec: Codec): boolean {
  const bytes = toBytes(text, codec);
  if (!bytes) return false;
  return runsOf(bytes).some((run) => !isMention(text, run) && !couldBeWritten(text, run, codec));
}

/** How many characters of a repaired text would surprise a reader; the lower, the likelier the repair. */
export function surprise(text: string): number {
  return text.match(UNLIKELY)?.length ?? 0;
}

function runsOf(bytes: Uint8Array): Run[] {
  const runs: Run[] = [];
  let index = 0;
  while (index < bytes.length) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) {
      index += 1;
      continue;
    }
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    const sequence = { start: index, length, lead };
    const last = runs.at(-1);
    if (last?.end === index) {
      last.sequences.push(sequence);
      last.end += length;
    } else runs.push({ start: index, end: index + length, sequences: [sequence] });
    index += length;
  }
  return runs;
}

function isMention(text: string, run: Run): boolean {
  const before = text[run.start - 1] ?? "";
  const after = text[run.end] ?? "";
  if (QUOTES.has(before) && QUOTES.has(after)) return true;
  const lineStart = Math.max(text.lastIndexOf("\n", run.start) + 1, run.start - 400);
  const lineEnd = text.indexOf("\n", run.end);
  return SPEAKS_OF_ENCODINGS.test(text.slice(lineStart, lineEnd < 0 ? run.end + 400 : lineEnd).slice(0, 800));
}

function couldBeWritten(text: string, run: Run, codec: Codec): boolean {
  const [only] = run.sequences;
  if (!only || run.sequences.length > 1 || only.length > 2) return false;
  if (!MARKS_AFTER_A_LETTER[codec].includes(text[only.start + 1] ?? "")) return false;
  if (only.lead >= 0xc6) return true;
  // C4 and C5 are the Latin letters with marks of Central Europe: only after a small letter are they damage.
  return codec !== "macroman" && only.lead >= 0xc4 && !/\p{Ll}/u.test(text[only.start - 1] ?? "");
}
