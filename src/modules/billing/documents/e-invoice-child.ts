import { FormatFactoryService, type Invoice, InvoiceService } from "@e-invoice-eu/core";
import { answerJobs } from "#kernel/aside/answer-jobs.ts";

/** What the side process is asked: an invoice in the terms of EN 16931, and in which syntaxes to write it. */
export interface EInvoiceJob {
  invoice: Invoice;
}

/** The XML in both syntaxes of the standard. */
export interface EInvoices {
  ubl: string;
  cii: string;
}

// The library writes what it finds odd to a log of its own; what it refuses it throws, and that is what counts.
const quiet = { log: () => {}, warn: () => {}, error: () => {} };

const OPTIONS = { lang: "en", noWarnings: true };

function asText(written: string | Uint8Array): string {
  if (typeof written !== "string") throw new Error("An e-invoice is text");
  return written;
}

/** Writes UBL, checked against the library's schema of the standard: that is most of the time. */
const writeUbl = async (invoice: Invoice): Promise<string> =>
  asText(await new InvoiceService(quiet).generate(invoice, { ...OPTIONS, format: "UBL" }));

/** Writes CII of an invoice that passed the same schema already. */
async function writeCii(invoice: Invoice): Promise<string> {
  const own = structuredClone(invoice);
  const format = new FormatFactoryService().createFormatService("CII", quiet);
  format.fillInvoiceDefaults(own);
  return asText(await format.generate(own, { ...OPTIONS, format: "cii" }));
}

// The library takes 60 MB and a third of a second to load, and blocks while it checks: hence aside.
answerJobs<EInvoiceJob>(
  async ({ invoice }): Promise<EInvoices> => ({ ubl: await writeUbl(invoice), cii: await writeCii(invoice) }),
);
