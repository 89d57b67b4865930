import type { Codec } from "../types.ts";
import { HIGH_HALVES } from "./tables.ts";

const BYTE_OF: Record<Codec, Map<number, number>> = {
  cp1252: byteTable(HIGH_HALVES.cp1252),
  macroman: byteTable(HIGH_HALVES.macroman),
  latin1: byteTable(HIGH_HALVES.latin1),
};

function byteTable(high: readonly number[]): Map<number, number> {
  return new Map(high.map((codePoint, index) => [codePoint, 0x80 + index]));
}

/** Reads bytes as if each were one character of the set: total, and the exact inverse of `toBytes`. */
export function fromBytes(bytes: Uint8Array, codec: Codec): string {
  const high = HIGH_HALVES[codec];
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    const codes = Array.from(bytes.subarray(start, start + 8192), (byte) =>
      byte < 0x80 ? byte : (high[byte - 0x80] ?? 0),
    );
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join("");
}

/** The bytes that, read in the set, give this text; null when a character is not in the set. */
export function toBytes(text: string, codec: Codec): Uint8Array | null {
  const table = BYTE_OF[codec];
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const byte = code < 0x80 ? code : table.get(code);
    if (byte === undefined) return null;
    bytes[index] = byte;
  }
  return bytes;
}

/** What happens to text when its UTF-8 bytes are read in the wrong set. */
export function misread(text: string, codec: Codec): string {
  return fromBytes(new TextEncoder().encode(text), codec);
}

/** Undoes one misreading, byte for byte; null when the text cannot have come from one. */
export function undoMisreading(text: string, codec: Codec): string | null {
  const bytes = toBytes(text, codec);
  return bytes && decodeUtf8(bytes);
}

/** Strict UTF-8; null when the bytes are not. A byte order mark stays in the text. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
