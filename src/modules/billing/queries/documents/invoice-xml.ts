import { text } from "node:stream/consumers";
import type { z } from "zod";
import type { CompanySettings } from "#kernel/company.ts";
import type { Db } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import type { FileStore } from "#kernel/files/file-store.ts";
import type { InvoiceXml } from "#modules/billing/contract/documents.ts";
import { getInvoiceFile, missingEInvoice } from "#modules/billing/queries/documents/invoice-files.ts";

interface XmlHouse {
  db: Db;
  files: FileStore;
  company(): Promise<CompanySettings>;
}

/** The XML of an invoice. Errors: `billing.no_e_invoice` with the rules it breaks, `billing.document_preparing`. */
export async function readInvoiceXml(
  { db, files, company }: XmlHouse,
  invoiceId: string,
  syntax: "ubl" | "cii",
): Promise<z.output<typeof InvoiceXml>> {
  const missing = await missingEInvoice(db, invoiceId, (await company()).zone);
  if (missing.length > 0)
    throw refuse(
      "conflict",
      "billing.no_e_invoice",
      `This invoice cannot be an e-invoice of EN 16931. ${missing.map(({ code, says }) => `${code}: ${says}`).join(". ")}.`,
      { data: { rules: missing } },
    );
  const file = await getInvoiceFile(db, invoiceId, syntax);
  return { ...file, xml: await text(await files.read(file.sha256)) };
}
