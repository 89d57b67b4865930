import type { Codec } from "../types.ts";
import { undoMisreading } from "./misreading.ts";
import { looksDamaged, surprise } from "./plausibility.ts";

const CODECS: readonly Codec[] = ["cp1252", "macroman", "latin1"];
const MOST_MISREADINGS = 4;
// oxlint-disable-next-line no-control-regex
const BEYOND_ASCII = /[^\x00-\x7f]/;
const LEADING_MARK = /^[\s>#*•◦▪‣●–—-]*/;

export interface Repair {
  text: string;
  /** The misreadings undone, the latest first; empty when the text was left alone. */
  chain: Codec[];
}

/**
 * Undoes UTF-8 that was read as windows-1252, Mac Roman or Latin-1, once or several times. The whole text is
 * tried first, byte for byte. If it is mixed, each line is tried alone, so clean lines stay as they are.
 */
export function repairText(text: string): Repair {
  if (!BEYOND_ASCII.test(text)) return { text, chain: [] };
  const whole = repairUnit(text);
  return whole.chain.length > 0 ? whole : repairLines(text);
}

function repairUnit(text: string): Repair {
  const chain: Codec[] = [];
  let current = text;
  while (chain.length < MOST_MISREADINGS) {
    const step = undoOnce(current);
    if (!step) break;
    chain.push(step.codec);
    current = step.text;
  }
  return { text: current, chain };
}

function undoOnce(text: string): { text: string; codec: Codec } | null {
  if (!BEYOND_ASCII.test(text)) return null;
  let best: { text: string; codec: Codec; surprise: number } | null = null;
  for (const codec of CODECS) {
    const undone = undoMisreading(text, codec);
    if (undone === null || !looksDamaged(text, codec)) continue;
    const cost = surprise(undone);
    if (!best || cost < best.surprise) best = { text: undone, codec, surprise: cost };
  }
  return best;
}

function repairLines(text: string): Repair {
  let chain: Codec[] = [];
  const lines = text.split("\n").map((line) => {
    if (!BEYOND_ASCII.test(line)) return line;
    const mark = LEADING_MARK.exec(line)?.[0] ?? "";
    const repair = repairUnit(line.slice(mark.length));
    if (repair.chain.length > chain.length) chain = repair.chain;
    return mark + repair.text;
  });
  return { text: lines.join("\n"), chain };
}
