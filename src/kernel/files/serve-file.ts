import { Readable } from "node:stream";
import { refuse } from "#kernel/errors.ts";
import type { ByteRange, FileStore } from "#kernel/files/file-store.ts";
import type { FileRecord } from "#kernel/files/save-file.ts";

/** RFC 6266: a plain name for old readers, the true one in RFC 8187 encoding. */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** One range of RFC 9110; undefined for none or for forms that a server may ignore. Errors: `files.range_outside`. */
export function rangeOf(header: string | null, bytes: number): ByteRange | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || first + last === "") return undefined;
  const start = first === "" ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === "" || last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (start >= bytes || end < start)
    throw refuse("invalid", "files.range_outside", "The file does not have the part asked for.");
  return { start, end };
}

// Uploaded content is somebody else's: never run, never framed, never guessed at, always a download.
const SAFE = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "sandbox; default-src 'none'",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "private, max-age=3600",
  "accept-ranges": "bytes",
};

/**
 * Answers a request for a file that the caller has already been allowed to read: streamed, with ranges and ETag.
 * Errors: `files.not_found`, `files.range_outside`.
 */
export async function serveFile(store: FileStore, file: FileRecord, request: Request): Promise<Response> {
  const etag = `"${file.sha256}"`;
  if (request.headers.get("if-none-match") === etag)
    return new Response(null, { status: 304, headers: { etag, ...SAFE } });
  const range = rangeOf(request.headers.get("range"), file.bytes);
  const headers = new Headers({
    ...SAFE,
    etag,
    "content-type": file.mediaType,
    "content-disposition": disposition(file.name),
    "content-length": String(range ? range.end - range.start + 1 : file.bytes),
  });
  if (range) headers.set("content-range", `bytes ${range.start}-${range.end}/${file.bytes}`);
  const status = range ? 206 : 200;
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const content = await store.read(file.sha256, range);
  return new Response(Readable.toWeb(content) as BodyInit, { status, headers });
}
