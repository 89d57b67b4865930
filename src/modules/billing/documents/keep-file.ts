import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { FileStore } from "#kernel/files/file-store.ts";
import { saveFile } from "#kernel/files/save-file.ts";
import type { InvoiceFileKind } from "#modules/billing/contract/documents.ts";

type Kind = z.output<typeof InvoiceFileKind>;

/** Where documents are kept. */
export interface Cabinet {
  db: Db;
  files: FileStore;
  now: Temporal.Instant;
}

/** A document that was made of an invoice. */
export interface MadeDocument {
  invoiceId: string;
  accountId: string;
  kind: Kind;
  name: string;
  content: Uint8Array;
}

const MEDIA_TYPES: Record<Kind, string> = {
  pdf: "application/pdf",
  receipt: "application/pdf",
  ubl: "application/xml",
  cii: "application/xml",
};

const MAX_BYTES = 20_000_000;

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

/** Which documents of an invoice there are, by kind. */
export async function knownFiles(db: Db, invoiceId: string): Promise<Map<Kind, string>> {
  const found = await db.execute<{ kind: Kind; file_id: string }>(
    sql`SELECT kind, file_id FROM billing.invoice_file WHERE invoice_id = ${invoiceId}`,
  );
  return new Map(found.rows.map((row) => [row.kind, row.file_id]));
}

/**
 * Keeps a document, unless there is one of its kind: the first that was made stays, whoever else makes it at the same time.
 */
export async function keepFile({ db, files, now }: Cabinet, made: MadeDocument): Promise<void> {
  await db.transaction(async (tx) => {
    const file = await saveFile(tx, files, {
      content: once(made.content),
      name: made.name,
      mediaType: MEDIA_TYPES[made.kind],
      maxBytes: MAX_BYTES,
      now,
      createdBy: null,
    });
    const kept = await firstRow(
      tx,
      sql`INSERT INTO billing.invoice_file (invoice_id, account_id, kind, file_id, sha256, made_at)
          VALUES (${made.invoiceId}, ${made.accountId}, ${made.kind}, ${file.fileId}, ${file.sha256}, ${now.toString()})
          ON CONFLICT (invoice_id, kind) DO NOTHING RETURNING kind`,
    );
    if (!kept) await tx.execute(sql`DELETE FROM kernel.file WHERE id = ${file.fileId}`);
  });
}
