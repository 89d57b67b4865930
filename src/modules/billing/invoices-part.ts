import { confirmRefund } from "#modules/billing/commands/invoices/confirm-refund.ts";
import { recordPayment } from "#modules/billing/commands/invoices/record-payment.ts";
import { refundInvoiceCommand } from "#modules/billing/commands/invoices/refund-invoice.ts";
import { sendInvoice } from "#modules/billing/commands/invoices/send-invoice.ts";
import { voidInvoice } from "#modules/billing/commands/invoices/void-invoice.ts";
import * as events from "#modules/billing/events/invoices.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { invoiceData } from "#modules/billing/personal-data/sales.ts";
import { getInvoice } from "#modules/billing/queries/invoices/get-invoice.ts";
import { getMyBankTransfer } from "#modules/billing/queries/invoices/get-my-bank-transfer.ts";
import { getMyInvoice } from "#modules/billing/queries/invoices/get-my-invoice.ts";
import { listInvoices } from "#modules/billing/queries/invoices/list-invoices.ts";
import { listMyInvoices } from "#modules/billing/queries/invoices/list-my-invoices.ts";
import { invoiceSearch } from "#modules/billing/search.ts";

/** Invoices, credit notes, refunds, and payments recorded by hand. */
export const invoicesPart = {
  operations: [
    listInvoices,
    getInvoice,
    sendInvoice,
    voidInvoice,
    recordPayment,
    refundInvoiceCommand,
    confirmRefund,
    listMyInvoices,
    getMyInvoice,
    getMyBankTransfer,
  ],
  events: Object.values(events),
  personalData: [invoiceData],
  search: [invoiceSearch],
} as const satisfies BillingPart;
