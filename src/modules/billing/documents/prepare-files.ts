import type { CompanySettings } from "#kernel/company.ts";
import { readBrand } from "#modules/billing/documents/brand.ts";
import { type Cabinet, keepFile, knownFiles } from "#modules/billing/documents/keep-file.ts";
import {
  type DocumentTools,
  makeInvoiceFiles,
  makeReceipt,
} from "#modules/billing/documents/make-invoice-files.ts";
import { loadInvoiceDocument } from "#modules/billing/queries/documents/load-invoice-document.ts";

/** The part of the house that makes and keeps documents; jobs have it. */
export type DocumentHouse = Cabinet & DocumentTools & { company(): Promise<CompanySettings> };

/**
 * Makes the documents of an issued invoice or credit note and keeps them, each once. The PDF is kept last: where it is,
 * the rest is. Errors: `billing.invoice_unknown`, those of making PDFs.
 */
export async function prepareInvoiceFiles(house: DocumentHouse, invoiceId: string): Promise<void> {
  if ((await knownFiles(house.db, invoiceId)).has("pdf")) return;
  const { zone } = await house.company();
  const document = await loadInvoiceDocument(house.db, invoiceId, { at: "issue", zone });
  const { pdf, eInvoices } = await makeInvoiceFiles(house, document, await readBrand(house.db));
  const { number, accountId } = document;
  const keep = (kind: "pdf" | "ubl" | "cii", name: string, content: Uint8Array) =>
    keepFile(house, { invoiceId, accountId, kind, name, content });
  if (eInvoices) {
    await keep("ubl", `${number}-ubl.xml`, Buffer.from(eInvoices.ubl));
    await keep("cii", `${number}-cii.xml`, Buffer.from(eInvoices.cii));
  }
  await keep("pdf", `${number}.pdf`, pdf);
}

/** Makes the receipt of an invoice and keeps it, once. False while the invoice is not paid. */
export async function prepareReceipt(house: DocumentHouse, invoiceId: string): Promise<boolean> {
  if ((await knownFiles(house.db, invoiceId)).has("receipt")) return true;
  const { zone } = await house.company();
  const document = await loadInvoiceDocument(house.db, invoiceId, { at: "payment", zone });
  const { kind, paidAt, accountId, number, payments } = document;
  // Settled by a credit note alone: nothing was paid, so there is nothing to give a receipt for.
  if (kind !== "invoice" || !paidAt || payments.length === 0) return false;
  const content = await makeReceipt(house, document, { brand: await readBrand(house.db), paidAt });
  await keepFile(house, { invoiceId, accountId, kind: "receipt", name: `${number}-receipt.pdf`, content });
  return true;
}
