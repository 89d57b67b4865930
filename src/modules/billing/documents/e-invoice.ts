import type { Aside } from "#kernel/aside/aside.ts";
import type { EInvoiceJob, EInvoices } from "#modules/billing/documents/e-invoice-child.ts";
import { completeCii } from "#modules/billing/rules/documents/e-invoice/complete-cii.ts";
import { toEn16931 } from "#modules/billing/rules/documents/e-invoice/to-en16931.ts";
import type { InvoiceDocument } from "#modules/billing/rules/documents/types.ts";

const CHILD = new URL("./e-invoice-child.ts", import.meta.url);

/**
 * Writes an invoice as EN 16931 XML: UBL 2.1, and Cross Industry Invoice D16B, which Factur-X carries as well. The library
 * checks it against its schema of the standard; ask `whyNoEInvoice` before. Nothing is read from anywhere but the document.
 * Errors: `AsideError`, which here is a bug.
 */
export async function writeEInvoices(aside: Aside, document: InvoiceDocument): Promise<EInvoices> {
  const job: EInvoiceJob = { invoice: toEn16931(document) };
  const { ubl, cii } = await aside.run<EInvoices>(CHILD, job);
  return { ubl, cii: completeCii(cii, document) };
}
