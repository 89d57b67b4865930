import { checkIri, checkLanguageMap } from "#modules/academy/rules/lrs/check-common-values.ts";
import { isMediaType, isSha2 } from "#modules/academy/rules/lrs/identifiers.ts";
import {
  at,
  demandArray,
  demandKeys,
  demandObject,
  demandText,
  type Json,
} from "#modules/academy/rules/lrs/json-values.ts";
import { fault } from "#modules/academy/rules/lrs/statement-fault.ts";

const ATTACHMENT_KEYS = new Set([
  "usageType",
  "display",
  "description",
  "contentType",
  "length",
  "sha2",
  "fileUrl",
]);

function checkAttachment(value: Json, path: string): void {
  const attachment = demandObject(value, path);
  demandKeys(attachment, ATTACHMENT_KEYS, path);
  checkIri(attachment.usageType, at(path, "usageType"));
  checkLanguageMap(attachment.display, at(path, "display"));
  if (attachment.description !== undefined) checkLanguageMap(attachment.description, at(path, "description"));
  if (!isMediaType(demandText(attachment.contentType, at(path, "contentType"))))
    fault(at(path, "contentType"), "must be an Internet media type");
  const { length } = attachment;
  if (typeof length !== "number" || !Number.isInteger(length) || length < 0)
    fault(at(path, "length"), "must be a whole number of bytes");
  if (!isSha2(demandText(attachment.sha2, at(path, "sha2"))))
    fault(at(path, "sha2"), "must be a SHA-2 in hexadecimal");
  if (attachment.fileUrl !== undefined) checkIri(attachment.fileUrl, at(path, "fileUrl"));
}

/** What is said of files that belong to a statement. */
export function checkAttachments(value: Json, path: string): void {
  demandArray(value, path).forEach((attachment, index) => {
    checkAttachment(attachment, `${path}[${index}]`);
  });
}
