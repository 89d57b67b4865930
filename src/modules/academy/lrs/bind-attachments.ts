import { malformed } from "#modules/academy/lrs/refusals.ts";
import type { PreparedStatement } from "#modules/academy/lrs/prepare-statements.ts";
import { SIGNATURE, verifySignature } from "#modules/academy/lrs/verify-signature.ts";
import type { JsonObject } from "#modules/academy/rules/lrs/json-values.ts";
import type { Part } from "#modules/academy/rules/lrs/multipart.ts";

/** A file that belongs to a statement. */
export interface BoundFile {
  statementId: string;
  sha2: string;
  contentType: string;
  content: Buffer;
}

/** Attachments of a statement and of its sub-statement. */
function attachmentsOf(statement: JsonObject): JsonObject[] {
  const own = (statement.attachments ?? []) as JsonObject[];
  const object = statement.object as JsonObject;
  return object.objectType === "SubStatement"
    ? [...own, ...((object.attachments ?? []) as JsonObject[])]
    : own;
}

function checkSignatures(statement: JsonObject, files: ReadonlyMap<string, Part>): void {
  for (const attachment of (statement.attachments ?? []) as JsonObject[]) {
    if (attachment.usageType !== SIGNATURE) continue;
    if (attachment.contentType !== "application/octet-stream")
      throw malformed("A signature must be application/octet-stream.", "attachments");
    const file = files.get(String(attachment.sha2).toLowerCase());
    if (!file) throw malformed("A signature must be sent with its statement.", "attachments");
    verifySignature(file.content, statement);
  }
}

/**
 * Brings files and statements together by their hashes: every attachment has its file or says where it is, and every
 * file belongs to one. Signatures are checked. Errors: `academy.lrs_malformed`.
 */
export function bindAttachments(
  prepared: readonly PreparedStatement[],
  files: ReadonlyMap<string, Part>,
): BoundFile[] {
  const bound = new Map<string, BoundFile>();
  const used = new Set<string>();
  for (const { id, statement } of prepared) {
    for (const attachment of attachmentsOf(statement)) {
      const sha2 = String(attachment.sha2).toLowerCase();
      const file = files.get(sha2);
      if (!file && attachment.fileUrl === undefined)
        throw malformed("An attachment has neither its file nor a fileUrl.", "attachments");
      if (!file) continue;
      used.add(sha2);
      const contentType = String(attachment.contentType);
      bound.set(`${id} ${sha2}`, { statementId: id, sha2, contentType, content: file.content });
    }
    if (statement.attachments !== undefined) checkSignatures(statement, files);
  }
  if (used.size < files.size) throw malformed("A part belongs to no attachment of the statements.");
  return [...bound.values()];
}
