/** One part of a `multipart/mixed` body; header names in lower case. */
export interface Part {
  headers: Map<string, string>;
  content: Buffer;
}

/** What is wrong with a body. */
export class MultipartFault extends Error {}

const CRLF2 = Buffer.from("\r\n\r\n");
const MOST_PARTS = 1000;

/** The boundary a content type names; undefined without one that RFC 2046 allows. */
export function boundaryOf(contentType: string): string | undefined {
  const match = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  return boundary !== undefined && boundary.length <= 70 ? boundary : undefined;
}

function readHeaders(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  // A line that begins with a space goes on with the one before it.
  for (const line of text.replace(/\r\n[ \t]+/g, " ").split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon < 1) throw new MultipartFault("A line of a part's header has no name.");
    headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

function readPart(bytes: Buffer): Part {
  // A part without headers begins with the empty line itself.
  if (bytes.subarray(0, 2).toString("latin1") === "\r\n")
    return { headers: new Map(), content: bytes.subarray(2) };
  const end = bytes.indexOf(CRLF2);
  if (end < 0) throw new MultipartFault("A part has no empty line after its headers.");
  return { headers: readHeaders(bytes.subarray(0, end).toString("utf8")), content: bytes.subarray(end + 4) };
}

/**
 * The parts of a body, byte for byte. Strict where it matters: a delimiter begins a line, the last one closes, and what
 * stands before the first is nobody's. Errors: MultipartFault.
 */
export function readMultipart(body: Buffer, boundary: string): Part[] {
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let at = body.indexOf(delimiter);
  if (at > 0 && body.subarray(at - 2, at).toString("latin1") !== "\r\n") at = -1;
  if (at < 0) throw new MultipartFault("The body does not begin with its boundary.");
  for (;;) {
    const after = at + delimiter.length;
    const next = body.subarray(after, after + 2).toString("latin1");
    if (next === "--") return parts;
    const lineEnd = body.indexOf("\r\n", after);
    if (lineEnd < 0 || body.subarray(after, lineEnd).toString("latin1").trim() !== "")
      throw new MultipartFault("A boundary is not alone on its line.");
    const close = body.indexOf(Buffer.concat([Buffer.from("\r\n"), delimiter]), lineEnd);
    if (close < 0) throw new MultipartFault("The body does not end with its boundary.");
    parts.push(readPart(body.subarray(lineEnd + 2, Math.max(close, lineEnd + 2))));
    if (parts.length > MOST_PARTS) throw new MultipartFault(`A body may have ${MOST_PARTS} parts.`);
    at = close + 2;
  }
}

/** Puts parts together again. */
export function writeMultipart(
  parts: readonly { headers: Record<string, string>; content: Buffer }[],
  boundary: string,
): Buffer {
  const pieces: Buffer[] = [];
  for (const { headers, content } of parts) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    pieces.push(Buffer.from(`--${boundary}\r\n${lines.join("")}\r\n`), content, Buffer.from("\r\n"));
  }
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}
