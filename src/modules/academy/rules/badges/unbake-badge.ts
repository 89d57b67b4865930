const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KEYWORD = "openbadgecredential";

/** The credential text found in a file, or why there is none. */
export type Found = { text: string } | { fault: "no_credential" | "signed_as_jwt" | "compressed" };

const utf8 = new TextDecoder();

export const isPng = (bytes: Uint8Array): boolean => PNG.every((byte, at) => bytes[at] === byte);

/** The text of an iTXt chunk of ours: keyword, compression flag and method, language, translated keyword, text. */
function readText(chunk: Uint8Array): Found | undefined {
  const keyword = new TextEncoder().encode(`${KEYWORD}\0`);
  if (!keyword.every((byte, at) => chunk[at] === byte)) return undefined;
  if (chunk[keyword.length] !== 0) return { fault: "compressed" };
  const language = chunk.indexOf(0, keyword.length + 2);
  const translated = language < 0 ? -1 : chunk.indexOf(0, language + 1);
  return translated < 0 ? { fault: "no_credential" } : { text: utf8.decode(chunk.subarray(translated + 1)) };
}

/** Reads the credential out of a PNG. */
export function unbakePng(bytes: Uint8Array): Found {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) break;
    const found = name === "iTXt" ? readText(bytes.subarray(at + 8, at + 8 + length)) : undefined;
    if (found) return found;
    at += 12 + length;
  }
  return { fault: "no_credential" };
}

/** Reads the credential out of an SVG. */
export function unbakeSvg(text: string): Found {
  const start = text.indexOf("<openbadges:credential");
  if (start < 0) return { fault: "no_credential" };
  const tagEnd = text.indexOf(">", start);
  if (tagEnd >= 0 && text.slice(start, tagEnd).includes("verify=")) return { fault: "signed_as_jwt" };
  const open = text.indexOf("<![CDATA[", tagEnd);
  const close = open < 0 ? -1 : text.indexOf("]]>", open);
  return close < 0 ? { fault: "no_credential" } : { text: text.slice(open + "<![CDATA[".length, close) };
}

/** Finds the credential in what somebody gave: plain JSON, an SVG or a PNG. */
export function findCredential(bytes: Uint8Array): Found {
  if (isPng(bytes)) return unbakePng(bytes);
  const text = utf8
    .decode(bytes)
    .replace(/^\ufeff/, "")
    .trim();
  if (text.startsWith("<")) return unbakeSvg(text);
  // Three parts of base64url with points between them: a credential as VC-JWT.
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) return { fault: "signed_as_jwt" };
  return text === "" ? { fault: "no_credential" } : { text };
}
