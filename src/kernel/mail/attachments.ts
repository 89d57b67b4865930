import { buffer } from "node:stream/consumers";
import type { Db } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import type { FileStore } from "#kernel/files/file-store.ts";
import { getFile } from "#kernel/files/save-file.ts";

/** All files of one mail together: what every mail server takes, with a third more for the way they are written. */
const MAX_BYTES = 10_000_000;

/** A file as it goes with a mail. */
export interface MailAttachment {
  filename: string;
  content: Buffer;
  contentType: string;
}

/** Errors: `files.not_found`, `mail.attachments_too_large`. */
export async function demandAttachable(db: Db, fileIds: readonly string[]): Promise<void> {
  const files = await Promise.all(fileIds.map((fileId) => getFile(db, fileId)));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes > MAX_BYTES)
    throw refuse(
      "too_large",
      "mail.attachments_too_large",
      `The files of this mail have ${bytes} bytes; ${MAX_BYTES} go with one mail at most.`,
    );
}

/** Reads the files of a mail that is about to leave. Errors: `files.not_found`. */
export const readAttachments = (
  db: Db,
  store: FileStore,
  fileIds: readonly string[],
): Promise<MailAttachment[]> =>
  Promise.all(
    fileIds.map(async (fileId) => {
      const file = await getFile(db, fileId);
      return {
        filename: file.name,
        content: await buffer(await store.read(file.sha256)),
        contentType: file.mediaType,
      };
    }),
  );
