import type { Db, Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { FileStore } from "#kernel/files/file-store.ts";
import { getFile, saveFile } from "#kernel/files/save-file.ts";
import type { BoundFile } from "#modules/academy/lrs/bind-attachments.ts";
import { MAX_LRS_BODY_BYTES } from "#modules/academy/lrs/lrs-house.ts";

/** A bound file whose bytes are stored. Empty ones have no file. */
export interface StoredAttachment extends BoundFile {
  fileId: string | null;
}

async function* once(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content;
}

/** Stores the bytes, before any transaction: a row never points at nothing. */
export async function saveAttachments(
  { db, files, now }: { db: Db; files: FileStore; now: Temporal.Instant },
  bound: readonly BoundFile[],
): Promise<StoredAttachment[]> {
  const stored: StoredAttachment[] = [];
  for (const file of bound) {
    const { content, sha2, contentType } = file;
    const incoming = { content: once(content), name: sha2, mediaType: contentType, now, createdBy: null };
    const saved =
      content.length > 0
        ? await saveFile(db, files, { ...incoming, maxBytes: MAX_LRS_BODY_BYTES })
        : undefined;
    stored.push({ ...file, fileId: saved?.fileId ?? null });
  }
  return stored;
}

/** Notes which files belong to which statements. */
export async function noteAttachments(tx: Tx, stored: readonly StoredAttachment[]): Promise<void> {
  if (stored.length === 0) return;
  const column = (value: (one: StoredAttachment) => unknown) => sql.param(stored.map(value));
  await tx.execute(
    sql`INSERT INTO academy.lrs_attachment (statement_id, sha2, content_type, bytes, file_id)
        SELECT * FROM unnest(${column((one) => one.statementId)}::uuid[], ${column((one) => one.sha2)}::text[],
          ${column((one) => one.contentType)}::text[], ${column((one) => one.content.length)}::int[],
          ${column((one) => one.fileId)}::uuid[])
        ON CONFLICT DO NOTHING`,
  );
}

/** Files of statements, each hash once. */
export async function readAttachments(
  db: Db,
  store: FileStore,
  statementIds: readonly string[],
): Promise<{ sha2: string; contentType: string; content: Buffer }[]> {
  const found = await rows<{ sha2: string; content_type: string; file_id: string | null }>(
    db,
    sql`SELECT DISTINCT ON (sha2) sha2, content_type, file_id FROM academy.lrs_attachment
        WHERE statement_id = ANY (${sql.param(statementIds)}::uuid[]) ORDER BY sha2, statement_id`,
  );
  return Promise.all(
    found.map(async ({ sha2, content_type: contentType, file_id: fileId }) => {
      if (fileId === null) return { sha2, contentType, content: Buffer.alloc(0) };
      const { sha256 } = await getFile(db, fileId);
      const chunks: Buffer[] = [];
      for await (const chunk of await store.read(sha256)) chunks.push(Buffer.from(chunk));
      return { sha2, contentType, content: Buffer.concat(chunks) };
    }),
  );
}
