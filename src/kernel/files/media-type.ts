/** How many bytes at the start of a file tell its type. */
export const SNIFF_BYTES = 4096;

const OCTETS = "application/octet-stream";

// Signatures as Latin-1 text at an offset. Source: WHATWG MIME Sniffing, section 6, and each format's own paper.
const SIGNATURES: readonly [type: string, offset: number, text: string][] = [
  ["application/pdf", 0, "%PDF-"],
  ["image/png", 0, "\x89PNG\r\n\x1a\n"],
  ["image/jpeg", 0, "\xff\xd8\xff"],
  ["image/gif", 0, "GIF87a"],
  ["image/gif", 0, "GIF89a"],
  ["image/webp", 8, "WEBPVP"],
  ["audio/wav", 8, "WAVE"],
  ["image/avif", 4, "ftypavif"],
  ["video/quicktime", 4, "ftypqt"],
  ["audio/mp4", 4, "ftypM4A"],
  ["video/mp4", 4, "ftyp"],
  ["video/webm", 0, "\x1a\x45\xdf\xa3"],
  ["audio/mpeg", 0, "ID3"],
  ["audio/mpeg", 0, "\xff\xfb"],
  ["audio/ogg", 0, "OggS"],
  ["application/zip", 0, "PK\x03\x04"],
  ["application/gzip", 0, "\x1f\x8b"],
  ["application/x-executable", 0, "\x7fELF"],
  ["application/x-executable", 0, "MZ"],
];

// Formats that are a zip archive inside: the signature cannot tell them apart, so the declared type is believed.
const ZIP_BASED =
  /^application\/(vnd\.openxmlformats-officedocument\.|vnd\.oasis\.opendocument\.|epub\+zip|zip|x-zip)/;

const TEXT_TYPES = /^(text\/(?!html)[a-z0-9.+-]+|application\/(json|yaml|toml|x-ndjson|sql|xml))$/;

function textType(text: string, declared: string): string {
  const start = text.slice(0, 1024).trimStart().toLowerCase();
  if (/^(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body|script|iframe|style)/.test(start))
    return "text/html";
  if (/<svg[\s>]/.test(start)) return "image/svg+xml";
  return TEXT_TYPES.test(declared) ? declared : "text/plain";
}

function decodeText(head: Uint8Array): string | undefined {
  try {
    // A character cut in two at the end is no fault, hence `stream`.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

/**
 * The media type of a file, read off its first bytes; what the sender declares counts only where bytes cannot tell
 * (kinds of text, formats inside a zip). Unknown bytes are `application/octet-stream`.
 */
export function sniffMediaType(head: Uint8Array, declared: string): string {
  const claim = declared.split(";")[0]?.trim().toLowerCase() ?? "";
  const latin = Buffer.from(head.subarray(0, 64)).toString("latin1");
  const found = SIGNATURES.find(([, offset, text]) => latin.startsWith(text, offset))?.[0];
  if (found === "application/zip") return ZIP_BASED.test(claim) ? claim : found;
  if (found) return found;
  const text = head.length > 0 ? decodeText(head) : "";
  return text === undefined ? OCTETS : textType(text, claim);
}

/** Does a list such as `["image/*", "application/pdf"]` allow the type? */
export const isAllowedType = (type: string, allow: readonly string[]): boolean =>
  allow.some((entry) => (entry.endsWith("/*") ? type.startsWith(entry.slice(0, -1)) : type === entry));
