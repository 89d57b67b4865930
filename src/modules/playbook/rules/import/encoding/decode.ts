import type { Encoding } from "../types.ts";
import { decodeUtf8, fromBytes } from "./misreading.ts";
import { repairText } from "./repair.ts";

export interface DecodedText {
  text: string;
  encoding: Omit<Encoding, "sha256">;
}

/**
 * Text of a file: byte order marks are honoured and dropped, lines that are not UTF-8 are read as windows-1252,
 * and text damaged by an earlier misreading is repaired. Line breaks stay as they are; NUL becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { text, read } = decodeBytes(bytes);
  const repair = repairText(withoutMark(text));
  return {
    text: withoutNul(withoutMark(repair.text)),
    encoding: { repaired: repair.chain.length > 0, chain: repair.chain, read },
  };
}

function decodeBytes(bytes: Uint8Array): { text: string; read: Encoding["read"] } {
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), read: wide };
  const text = decodeUtf8(bytes);
  if (text !== null) return { text, read: "utf-8" };
  return { text: decodeLineByLine(bytes), read: "cp1252" };
}

function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Without a mark: ASCII in UTF-16 has a zero in every other byte.
  const sample = bytes.subarray(0, 512 - (bytes.length % 2 && 1));
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (sample.length < 4) return null;
  if (odd > sample.length * 0.3 && even === 0) return "utf-16le";
  return even > sample.length * 0.3 && odd === 0 ? "utf-16be" : null;
}

// Line by line, because one stray byte must not turn the accents of a whole UTF-8 file into damage.
function decodeLineByLine(bytes: Uint8Array): string {
  const lines: string[] = [];
  let start = 0;
  while (start <= bytes.length) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    lines.push(decodeUtf8(line) ?? fromBytes(line, "cp1252"));
    start = end + 1;
  }
  return lines.join("\n");
}

function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** As CommonMark reads it (2.3); PostgreSQL keeps no NUL in text. */
function withoutNul(text: string): string {
  return text.replaceAll("\0", "\ufffd");
}
