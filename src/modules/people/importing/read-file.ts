import { buffer } from "node:stream/consumers";
import type { Db } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import type { FileStore } from "#kernel/files/file-store.ts";
import { getFile } from "#kernel/files/save-file.ts";
import { checkField } from "#modules/people/importing/check-field.ts";
import { decodeText } from "#modules/people/rules/import/decode-text.ts";
import { type CustomerFile, readCustomerFile } from "#modules/people/rules/import/read-customer-file.ts";

const MOST_BYTES = 20_000_000;

/** Reads a stored CSV file of customers. Errors: `files.not_found`, `people.import_too_large`. */
export async function readStoredFile(
  db: Db,
  files: FileStore,
  fileId: string,
): Promise<CustomerFile & { fileName: string }> {
  const { sha256, bytes, name } = await getFile(db, fileId);
  if (bytes > MOST_BYTES)
    throw refuse(
      "too_large",
      "people.import_too_large",
      "Bring in files of at most 20 MB. Cut this one into parts.",
    );
  const content = await buffer(await files.read(sha256));
  return { ...readCustomerFile(decodeText(content), checkField), fileName: name };
}
