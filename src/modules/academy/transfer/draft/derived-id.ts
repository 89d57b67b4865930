import { sha256Hex } from "#kernel/ids.ts";

/**
 * An id that follows from words: the same course read twice has the same ids, in every house. UUID version 8 of
 * RFC 9562, from SHA-256.
 */
export function derivedId(...words: readonly string[]): string {
  const hex = sha256Hex(JSON.stringify(words));
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/**
 * Names parts of a question by what they say, so that a name tells nothing of their order or of what is right. The same
 * words twice get different names.
 */
export function namePartsOf(question: string): (text: string) => string {
  const taken = new Set<string>();
  return (text) => {
    for (let turn = 0; ; turn += 1) {
      const name = sha256Hex(JSON.stringify([question, text, turn])).slice(0, 10);
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
}
