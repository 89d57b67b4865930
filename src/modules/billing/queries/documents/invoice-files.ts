import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { InvoiceFile, InvoiceFileKind } from "#modules/billing/contract/documents.ts";
import { loadInvoiceDocument } from "#modules/billing/queries/documents/load-invoice-document.ts";
import { whyNoEInvoice } from "#modules/billing/rules/documents/e-invoice/check-e-invoice.ts";

type File = z.output<typeof InvoiceFile>;
type Kind = z.output<typeof InvoiceFileKind>;

interface FileRow extends Omit<File, "madeAt" | "href"> {
  made_at: string;
}

/** The documents kept of an invoice: the invoice first, then XML and receipt. */
export async function invoiceFiles(db: Db, invoiceId: string): Promise<File[]> {
  const found = await rows<FileRow>(
    db,
    sql`SELECT d.kind, d.file_id AS "fileId", f.name, f.media_type AS "mediaType", f.bytes, d.sha256, d.made_at
        FROM billing.invoice_file d JOIN kernel.file f ON f.id = d.file_id
        WHERE d.invoice_id = ${invoiceId}
        ORDER BY array_position(ARRAY['pdf', 'ubl', 'cii', 'receipt'], d.kind)`,
  );
  return found.map(({ made_at: madeAt, ...file }) => ({
    ...file,
    madeAt: Temporal.Instant.from(madeAt).toString(),
    href: `/files/${file.fileId}`,
  }));
}

/** Why an invoice has no e-invoice; empty where it can have one. */
export async function missingEInvoice(db: Db, invoiceId: string, zone: string) {
  return whyNoEInvoice(await loadInvoiceDocument(db, invoiceId, { at: "issue", zone }));
}

/** One document. Errors: `billing.document_preparing` while it is being made. */
export async function getInvoiceFile(db: Db, invoiceId: string, kind: Kind): Promise<File> {
  const file = (await invoiceFiles(db, invoiceId)).find((one) => one.kind === kind);
  if (!file)
    throw refuse(
      "conflict",
      "billing.document_preparing",
      "This document is being made. Try again in a moment.",
      { retryAfterSeconds: 5 },
    );
  return file;
}

/** The receipt. Errors: `billing.invoice_not_paid`, `billing.document_preparing`. */
export async function getReceipt(db: Db, invoice: { id: string; status: string }): Promise<File> {
  if (invoice.status !== "paid")
    throw refuse(
      "conflict",
      "billing.invoice_not_paid",
      "There is a receipt once this invoice is paid in full.",
    );
  return getInvoiceFile(db, invoice.id, "receipt");
}
