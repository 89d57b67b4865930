import { Readable } from "node:stream";
import type { Db } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import type { FileStore } from "#kernel/files/file-store.ts";
import { measureStream, tooLarge } from "#kernel/files/measure-stream.ts";
import { type FileRecord, type IncomingFile, nothingSent, saveFile } from "#kernel/files/save-file.ts";

/** Largest form with files in it, in bytes: forms are held in memory. Bigger files come as a raw body. */
export const MAX_FORM_BYTES = 25_000_000;

type UploadTerms = Pick<IncomingFile, "maxBytes" | "allow" | "now" | "createdBy">;

async function fromForm(request: Request, body: ReadableStream<Uint8Array>) {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_FORM_BYTES) throw tooLarge(MAX_FORM_BYTES);
  const bounded = Readable.toWeb(Readable.from(measureStream(body, MAX_FORM_BYTES).content));
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(bounded as BodyInit, { headers }).formData().catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw cause instanceof Error && "kind" in cause
      ? cause
      : refuse("invalid", "files.form_broken", "The form did not arrive whole. Send it again.");
  });
  const file = [...form.values()].find((value): value is File => value instanceof File && value.size > 0);
  if (!file) throw nothingSent();
  return { content: file.stream(), name: file.name, mediaType: file.type };
}

function fileNameOf(request: Request): string {
  const name = new URL(request.url).searchParams.get("name");
  const header = request.headers.get("x-file-name");
  if (name || !header) return name ?? "file";
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}

/**
 * Takes the file out of a request and saves it: a raw body of any length (`?name=` or `x-file-name`, its
 * `content-type`), or a form with a file field, for pages without JavaScript.
 * Errors: `files.too_large`, `files.type_not_allowed`, `files.nothing_sent`, `files.form_broken`.
 */
export async function receiveUpload(
  house: { db: Db; store: FileStore },
  request: Request,
  terms: UploadTerms,
): Promise<FileRecord> {
  if (Number(request.headers.get("content-length") ?? 0) > terms.maxBytes + 10_000)
    throw tooLarge(terms.maxBytes);
  if (!request.body) throw nothingSent();
  const mediaType = request.headers.get("content-type") ?? "application/octet-stream";
  const file = mediaType.startsWith("multipart/form-data")
    ? await fromForm(request, request.body)
    : { content: request.body, name: fileNameOf(request), mediaType };
  return saveFile(house.db, house.store, { ...file, ...terms });
}
