import { FormatFactoryService, type Invoice, invoiceSchema, ValidationService } from "@e-invoice-eu/core";
import { Ajv2019 } from "ajv/dist/2019.js";
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

const formats = new FormatFactoryService();
const asUbl = formats.createFormatService("UBL", quiet);
const asCii = formats.createFormatService("CII", quiet);

/** The library's schema of the standard, compiled as it does itself, but once: that takes most of a tenth of a second. */
const schema = structuredClone(invoiceSchema);
asUbl.patchSchema(schema);
const conforms = new Ajv2019({ strict: true, allErrors: true, useDefaults: true }).compile(schema);
const validation = new ValidationService(quiet);

function asText(written: string | Uint8Array): string {
  if (typeof written !== "string") throw new Error("An e-invoice is text");
  return written;
}

/** Writes one syntax as the library's own service does, each from a copy: it fills in what it needs. */
async function write(invoice: Invoice, format: typeof asUbl, name: string): Promise<string> {
  const own = structuredClone(invoice);
  format.fillInvoiceDefaults(own);
  return asText(await format.generate(own, { ...OPTIONS, format: name }));
}

// The library takes 60 MB and a third of a second to load: hence aside.
answerJobs<EInvoiceJob>(async ({ invoice }): Promise<EInvoices> => {
  const checked = validation.validate("invoice", conforms, structuredClone(invoice));
  return { ubl: await write(checked, asUbl, "ubl"), cii: await write(invoice, asCii, "cii") };
});
