import { hash } from "node:crypto";
import type { Tx } from "#kernel/db/database.ts";
import { httpDate, jsonAnswer, nothingToSay } from "#modules/academy/lrs/answers.ts";
import {
  type DocumentPlace,
  type DocumentResource,
  demandPlace,
  readPlace,
} from "#modules/academy/lrs/document-place.ts";
import {
  deleteDocument,
  deleteDocuments,
  findDocument,
  listDocumentIds,
  lockDocument,
  putDocument,
  type StoredDocument,
} from "#modules/academy/lrs/document-rows.ts";
import type { LrsHouse } from "#modules/academy/lrs/lrs-house.ts";
import { type LrsRequest, utf8 } from "#modules/academy/lrs/lrs-request.ts";
import { conflicting, malformed, notThere, preconditionFailed } from "#modules/academy/lrs/refusals.ts";
import type { Sender } from "#modules/academy/lrs/sender.ts";
import { isObject, type JsonObject } from "#modules/academy/rules/lrs/json-values.ts";
import { isUnchanged, judgePreconditions } from "#modules/academy/rules/lrs/preconditions.ts";
import type { ApiVersion } from "#modules/academy/rules/lrs/spoken-version.ts";
import { fault } from "#modules/academy/rules/lrs/statement-fault.ts";

/** Who asks, and in which version. */
interface Asking {
  sender: Sender;
  version: ApiVersion;
}

const isJson = (contentType: string): boolean => /^application\/json\s*(?:;|$)/i.test(contentType);

function jsonObject(content: Buffer): JsonObject {
  try {
    const value: unknown = JSON.parse(utf8(content));
    if (isObject(value)) return value;
  } catch {
    // Falls through to the same answer.
  }
  throw malformed("A document of application/json that is posted must be a JSON object.");
}

/** Puts what was posted over what was there, one level deep (xAPI 1.0.3, Communication 2.2). */
function merge(existing: StoredDocument, posted: Buffer): Buffer {
  // Object.fromEntries keeps a key named __proto__ a key.
  const entries = [...Object.entries(jsonObject(existing.content)), ...Object.entries(jsonObject(posted))];
  return Buffer.from(JSON.stringify(Object.fromEntries(entries)));
}

function demandOne(place: DocumentPlace): asserts place is DocumentPlace & { documentId: string } {
  if (place.documentId === undefined)
    fault(place.resource === "state" ? "stateId" : "profileId", "is missing");
}

/** In 1.0.x a state may be replaced blindly; in 2.0 no document may. */
const mustSay = (place: DocumentPlace, { major }: ApiVersion): boolean =>
  place.resource !== "state" || major === 2;

function demandPreconditions(
  request: LrsRequest,
  existing: StoredDocument | undefined,
  needsOne: boolean,
): void {
  const preconditions = { ifMatch: request.header("if-match"), ifNoneMatch: request.header("if-none-match") };
  const verdict = judgePreconditions(preconditions, existing?.etag, needsOne);
  if (verdict === "failed") throw preconditionFailed();
  if (verdict === "unconditional")
    throw conflicting(
      "There is such a document. Read it, and send its ETag as If-Match to replace it, or If-None-Match: * to leave it.",
    );
}

async function read(house: LrsHouse, request: LrsRequest, place: DocumentPlace): Promise<Response> {
  if (place.documentId === undefined) {
    const { ids, updatedMs } = await listDocumentIds(house.db, place);
    return jsonAnswer(JSON.stringify(ids), updatedMs > 0 ? { "last-modified": httpDate(updatedMs) } : {});
  }
  const document = await findDocument(house.db, place, place.documentId);
  if (!document) throw notThere("There is no such document.");
  const headers = { etag: `"${document.etag}"`, "last-modified": httpDate(document.updatedMs) };
  if (isUnchanged(request.header("if-none-match"), document.etag))
    return new Response(null, { status: 304, headers });
  // Compressed on its way it would be another representation, with a weak tag; what xAPI promises is the digest.
  const exactly = { "cache-control": "no-store, no-transform" };
  return new Response(new Uint8Array(document.content), {
    headers: { "content-type": document.contentType, ...headers, ...exactly },
  });
}

async function contentToKeep(
  request: LrsRequest,
  existing: StoredDocument | undefined,
  sent: { contentType: string; content: Buffer },
): Promise<Buffer> {
  if (request.method === "PUT") return sent.content;
  if (!existing) {
    if (isJson(sent.contentType)) jsonObject(sent.content);
    return sent.content;
  }
  if (!isJson(existing.contentType) || !isJson(sent.contentType))
    throw malformed("Only documents of application/json can be put together.");
  return merge(existing, sent.content);
}

async function write(
  house: LrsHouse,
  request: LrsRequest,
  place: DocumentPlace,
  { sender, version }: Asking,
): Promise<Response> {
  demandOne(place);
  const contentType = (request.header("content-type") || "application/octet-stream").slice(0, 300);
  const sent = { contentType, content: await request.body() };
  await house.db.transaction(async (tx: Tx) => {
    await lockDocument(tx, place, place.documentId);
    const existing = await findDocument(tx, place, place.documentId);
    demandPreconditions(request, existing, request.method === "PUT" && mustSay(place, version));
    const content = await contentToKeep(request, existing, sent);
    const document = { contentType, content, etag: hash("sha1", content) };
    await putDocument(tx, place, document, { now: house.clock.now(), reach: sender.reach });
  });
  return nothingToSay();
}

async function remove(house: LrsHouse, request: LrsRequest, place: DocumentPlace): Promise<Response> {
  if (place.resource !== "state") demandOne(place);
  const { documentId } = place;
  await house.db.transaction(async (tx: Tx) => {
    if (documentId === undefined) return deleteDocuments(tx, place);
    await lockDocument(tx, place, documentId);
    demandPreconditions(request, await findDocument(tx, place, documentId), false);
    return deleteDocument(tx, place, documentId);
  });
  return nothingToSay();
}

/** State, activity profile and agent profile: GET, PUT, POST, DELETE. */
export async function useDocuments(
  house: LrsHouse,
  request: LrsRequest,
  resource: DocumentResource,
  asking: Asking,
): Promise<Response> {
  const isRead = request.method === "GET";
  const place = readPlace(resource, request.parameters, isRead);
  demandPlace(asking.sender, place, !isRead);
  if (isRead) return read(house, request, place);
  return request.method === "DELETE" ? remove(house, request, place) : write(house, request, place, asking);
}
