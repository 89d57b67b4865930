import { prepareInvoiceFilesAgain } from "#modules/billing/commands/documents/prepare-invoice-files-again.ts";
import { BrandSettings } from "#modules/billing/contract/documents.ts";
import { BRAND_KEY } from "#modules/billing/documents/brand.ts";
import { readInvoiceFiles } from "#modules/billing/documents/readable-files.ts";
import {
  confirmPaymentJob,
  confirmRefundJob,
  makeReceiptJob,
  sendInvoiceJob,
} from "#modules/billing/jobs/documents/send-documents.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { invoiceFileData } from "#modules/billing/personal-data/documents.ts";
import { getAccountStatementPdf } from "#modules/billing/queries/documents/get-account-statement-pdf.ts";
import { getAccountStatement } from "#modules/billing/queries/documents/get-account-statement.ts";
import { getInvoicePdf } from "#modules/billing/queries/documents/get-invoice-pdf.ts";
import { getInvoiceXml } from "#modules/billing/queries/documents/get-invoice-xml.ts";
import { getMyInvoicePdf } from "#modules/billing/queries/documents/get-my-invoice-pdf.ts";
import { getMyInvoiceXml } from "#modules/billing/queries/documents/get-my-invoice-xml.ts";
import { getMyStatementPdf } from "#modules/billing/queries/documents/get-my-statement-pdf.ts";
import { getMyStatement } from "#modules/billing/queries/documents/get-my-statement.ts";
import { listInvoiceFiles } from "#modules/billing/queries/documents/list-invoice-files.ts";
import { listMyInvoiceFiles } from "#modules/billing/queries/documents/list-my-invoice-files.ts";
import { sendDocuments } from "#modules/billing/subscribers/send-documents.ts";

/** Invoices as PDF and e-invoice, receipts, statements of account, and the mails that carry them. */
export const documentsPart = {
  operations: [
    getInvoicePdf,
    getInvoiceXml,
    listInvoiceFiles,
    prepareInvoiceFilesAgain,
    getMyInvoicePdf,
    getMyInvoiceXml,
    listMyInvoiceFiles,
    getAccountStatement,
    getAccountStatementPdf,
    getMyStatement,
    getMyStatementPdf,
  ],
  subscribers: [sendDocuments],
  jobs: [sendInvoiceJob, makeReceiptJob, confirmPaymentJob, confirmRefundJob],
  fileReaders: [readInvoiceFiles],
  personalData: [invoiceFileData],
  settings: [{ key: BRAND_KEY, title: "Look of documents", schema: BrandSettings }],
} as const satisfies BillingPart;
