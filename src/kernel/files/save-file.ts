import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { cleanFileName } from "#kernel/files/file-name.ts";
import type { FileStore, StoredFile } from "#kernel/files/file-store.ts";
import { isAllowedType, SNIFF_BYTES, sniffMediaType } from "#kernel/files/media-type.ts";
import { newId } from "#kernel/ids.ts";

/** A file that came in and what is asked of it. */
export interface IncomingFile {
  content: AsyncIterable<Uint8Array>;
  name: string;
  /** As the sender declares it; the bytes decide. */
  mediaType: string;
  maxBytes: number;
  /** Media types taken, such as `["image/*"]`; left out: all. */
  allow?: readonly string[];
  now: Temporal.Instant;
  createdBy: string | null;
}

/** What the house knows of a stored file. */
export interface FileRecord extends StoredFile {
  fileId: string;
  name: string;
  mediaType: string;
  createdAt: Temporal.Instant;
  createdBy: string | null;
}

/** The error of an empty file. */
export const nothingSent = (): Error =>
  refuse("invalid", "files.nothing_sent", "No file was sent. Choose a file and try again.");

/** Reads the first bytes and gives the stream back whole. */
async function peek(content: AsyncIterable<Uint8Array>) {
  const source = content[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < SNIFF_BYTES) {
    const { value, done } = await source.next();
    if (done) break;
    chunks.push(value);
    length += value.byteLength;
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* chunks;
    yield* { [Symbol.asyncIterator]: () => source };
  }
  return { head: Buffer.concat(chunks).subarray(0, SNIFF_BYTES), content: whole() };
}

/** Bytes that are in the store and of which the database knows nothing yet. */
export type KeptBytes = StoredFile & Pick<FileRecord, "name" | "mediaType">;

/**
 * Streams bytes into the store and tells what they are; nothing points at them until `recordFile`.
 * Errors: `files.too_large`, `files.type_not_allowed`, `files.nothing_sent`.
 */
export async function keepBytes(
  store: FileStore,
  file: Omit<IncomingFile, "now" | "createdBy">,
): Promise<KeptBytes> {
  const { head, content } = await peek(file.content);
  if (head.length === 0) throw nothingSent();
  const mediaType = sniffMediaType(head, file.mediaType);
  if (file.allow && !isAllowedType(mediaType, file.allow))
    throw refuse("invalid", "files.type_not_allowed", `Files of the type ${mediaType} are not taken here.`, {
      data: { mediaType, allow: [...file.allow] },
    });
  const stored = await store.write(content, { maxBytes: file.maxBytes });
  return { ...stored, name: cleanFileName(file.name), mediaType };
}

/** Notes stored bytes as a file of the house; within a transaction it is there when that is. */
export async function recordFile(
  db: Db,
  kept: KeptBytes,
  { now: createdAt, createdBy }: Pick<IncomingFile, "now" | "createdBy">,
): Promise<FileRecord> {
  const record = { ...kept, fileId: newId(), createdAt, createdBy };
  await db.execute(
    sql`INSERT INTO kernel.file (id, sha256, bytes, name, media_type, created_at, created_by)
        VALUES (${record.fileId}, ${record.sha256}, ${record.bytes}, ${record.name}, ${record.mediaType},
                ${createdAt.toString()}, ${createdBy})`,
  );
  return record;
}

/**
 * Streams a file into the store and notes it in the database. The bytes are written before the row, so a row
 * never points at nothing; pass a plain `db` for big files, so that no transaction waits on a slow line.
 * Errors: `files.too_large`, `files.type_not_allowed`, `files.nothing_sent`.
 */
export const saveFile = async (db: Db, store: FileStore, file: IncomingFile): Promise<FileRecord> =>
  recordFile(db, await keepBytes(store, file), file);

/** What is known of a file. Errors: `files.not_found`. */
export async function getFile(db: Db, fileId: string): Promise<FileRecord> {
  const row = await firstRow<{
    sha256: string;
    bytes: number;
    name: string;
    media_type: string;
    created_at: string;
    created_by: string | null;
  }>(
    db,
    sql`SELECT sha256, bytes, name, media_type, created_at, created_by FROM kernel.file WHERE id = ${fileId}`,
  );
  if (!row) throw refuse("not_found", "files.not_found", "There is no such file.");
  return {
    fileId,
    sha256: row.sha256,
    bytes: row.bytes,
    name: row.name,
    mediaType: row.media_type,
    createdAt: Temporal.Instant.from(row.created_at),
    createdBy: row.created_by,
  };
}
