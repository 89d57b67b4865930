import { isUtf8 } from "node:buffer";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { limitBody } from "#kernel/http/limit-body.ts";
import { refuse } from "#kernel/errors.ts";
import { MAX_LRS_BODY_BYTES } from "#modules/academy/lrs/lrs-house.ts";
import { malformed } from "#modules/academy/lrs/refusals.ts";
import { type Parameters, readParameters } from "#modules/academy/rules/lrs/parameters.ts";

/** A request as the resources see it, whichever way it was written. HEAD is GET here. */
export interface LrsRequest {
  method: string;
  parameters: Parameters;
  header(name: string): string | null;
  /** The bytes that were sent, unpacked. Errors: `http.body_too_large`, `academy.lrs_malformed`. */
  body(): Promise<Buffer>;
}

/** Headers that the alternate syntax sends as fields of its form. */
const FORM_HEADERS = new Set([
  "authorization",
  "x-experience-api-version",
  "content-type",
  "content-length",
  "if-match",
  "if-none-match",
]);

const unpackers = {
  gzip: promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip),
  deflate: promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate),
  br: promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress),
};

async function unpack(bytes: Buffer, encoding: string | null): Promise<Buffer> {
  const name = (encoding ?? "identity").trim().toLowerCase();
  if (name === "identity" || name === "") return bytes;
  const unpacker = Object.hasOwn(unpackers, name) ? unpackers[name as keyof typeof unpackers] : undefined;
  if (!unpacker) throw malformed(`The content encoding ${name} is not known here.`);
  try {
    return await unpacker(bytes, { maxOutputLength: MAX_LRS_BODY_BYTES });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
      throw refuse("too_large", "http.body_too_large", "The request is larger than it may be once unpacked.");
    throw malformed(`The body is not ${name}.`);
  }
}

async function readBytes(request: Request): Promise<Buffer> {
  const bytes = Buffer.from(await limitBody(request, MAX_LRS_BODY_BYTES).arrayBuffer());
  return unpack(bytes, request.headers.get("content-encoding"));
}

/** Bytes as text. Errors: `academy.lrs_malformed` where they are not UTF-8. */
export function utf8(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw malformed("Text must be UTF-8.");
  return bytes.toString("utf8");
}

const searchOf = (url: string): URLSearchParams => {
  const mark = url.indexOf("?");
  return new URLSearchParams(mark < 0 ? "" : url.slice(mark + 1));
};

/** The request as it was sent. */
export function plainRequest(request: Request): LrsRequest {
  return {
    method: request.method === "HEAD" ? "GET" : request.method,
    parameters: readParameters(searchOf(request.url)),
    header: (name) => request.headers.get(name),
    body: () => readBytes(request),
  };
}

/** True for a POST that says another method (xAPI 1.0.3, Communication 1.3). */
export const isAlternate = (plain: LrsRequest): boolean =>
  plain.method === "POST" && plain.parameters.has("method");

/** The request a form stands for. Errors: `academy.lrs_malformed`. */
export async function alternateRequest(plain: LrsRequest): Promise<LrsRequest> {
  if (plain.parameters.size > 1)
    throw malformed(
      "A request in alternate syntax has no parameter but method; the rest goes into its form.",
    );
  const form = new URLSearchParams(utf8(await plain.body()));
  const headers = new Map<string, string>();
  const parameters: [string, string][] = [];
  let content: string | undefined;
  for (const [name, value] of form) {
    if (name === "content") content = value;
    else if (FORM_HEADERS.has(name.toLowerCase())) headers.set(name.toLowerCase(), value);
    else parameters.push([name, value]);
  }
  const method = plain.parameters.get("method") ?? "";
  if (content === undefined && (method === "PUT" || method === "POST"))
    throw malformed("The form has no content.");
  // The form's own type says nothing of what is in it.
  const typed = headers.get("content-type") ?? "application/json";
  return {
    method: method === "HEAD" ? "GET" : method,
    parameters: readParameters(parameters),
    header: (name) =>
      name === "content-type" ? typed : (headers.get(name.toLowerCase()) ?? plain.header(name)),
    body: async () => Buffer.from(content ?? "", "utf8"),
  };
}
