import { type LrsRequest, utf8 } from "#modules/academy/lrs/lrs-request.ts";
import { malformed } from "#modules/academy/lrs/refusals.ts";
import type { Json } from "#modules/academy/rules/lrs/json-values.ts";
import { boundaryOf, type Part, readMultipart } from "#modules/academy/rules/lrs/multipart.ts";
import { repeatedKey } from "#modules/academy/rules/lrs/repeated-key.ts";

/** Statements as they were sent, with the files beside them by the hash their part names, in lower case. */
export interface StatementContent {
  value: Json;
  files: ReadonlyMap<string, Part>;
}

function parseJson(bytes: Buffer): Json {
  const text = utf8(bytes);
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed("The statements are not JSON.");
  }
  // What comes out as it went in holds no key twice. Most senders write JSON this way, and it is quick.
  if (JSON.stringify(value) === text) return value;
  const twice = repeatedKey(text);
  if (twice !== undefined) throw malformed("A key is there twice within one object.", twice.slice(0, 100));
  return value;
}

const typeOf = (header: string | null | undefined): string =>
  (header ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

function filesOf(parts: readonly Part[]): Map<string, Part> {
  const files = new Map<string, Part>();
  for (const part of parts) {
    const hash = part.headers.get("x-experience-api-hash")?.toLowerCase();
    if (!hash) throw malformed("A part has no X-Experience-API-Hash.");
    if (part.headers.get("content-transfer-encoding")?.toLowerCase() !== "binary")
      throw malformed("A part must have the Content-Transfer-Encoding binary.");
    files.set(hash, part);
  }
  return files;
}

/** Reads what a POST or PUT brings: JSON, or `multipart/mixed` with JSON first. Errors: `academy.lrs_malformed`. */
export async function readStatementContent(request: LrsRequest): Promise<StatementContent> {
  const contentType = request.header("content-type");
  const type = typeOf(contentType);
  if (type === "application/json") return { value: parseJson(await request.body()), files: new Map() };
  if (type !== "multipart/mixed") throw malformed("Send statements as application/json or multipart/mixed.");
  const boundary = boundaryOf(contentType ?? "");
  if (!boundary) throw malformed("The content type names no boundary.");
  const [first, ...rest] = readMultipart(await request.body(), boundary);
  if (!first || typeOf(first.headers.get("content-type")) !== "application/json")
    throw malformed("The first part must be application/json.");
  return { value: parseJson(first.content), files: filesOf(rest) };
}
