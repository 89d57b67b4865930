import { nameList } from "#web/format/plural.ts";

interface Encoding {
  repaired: boolean;
  /** The misreadings that were undone, the latest first. */
  chain: readonly string[];
  /** How the bytes were read; left out where only the repair is known. */
  read?: string;
}

const NAMES: Readonly<Record<string, string>> = {
  cp1252: "Windows-1252",
  macroman: "Mac Roman",
  latin1: "Latin-1",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
};

/** What was wrong with the file's letters and what was done, in a sentence; null when nothing was. */
export function encodingWords({ repaired, chain, read }: Encoding): string | null {
  if (repaired) {
    const names = nameList(chain.map((codec) => NAMES[codec] ?? codec));
    const times = chain.length === 1 ? "" : `, ${chain.length} times over`;
    return `The letters of this file were damaged: its text was once saved as if it were ${names}${times}. They are repaired byte by byte and read as they were written.`;
  }
  if (read === undefined || read === "utf-8") return null;
  return `This file is in ${NAMES[read] ?? read}, not in UTF-8. It was read all the same.`;
}
