const XML_ENCODING = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/;

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Text of bytes: by their byte order mark, by what an XML declaration names, else UTF-8, and Windows-1252 where that
 * cannot be. Never throws; a byte order mark is left out.
 */
export function decodeText(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200));
  const mark =
    head[0] === 0xff && head[1] === 0xfe
      ? "utf-16le"
      : head[0] === 0xfe && head[1] === 0xff
        ? "utf-16be"
        : "";
  const named = mark || (XML_ENCODING.exec(head.toString("latin1"))?.[1] ?? "utf-8");
  return decode(bytes, named) ?? decode(bytes, "utf-8") ?? new TextDecoder("windows-1252").decode(bytes);
}
