import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { mailInvoice, mailPayment, mailRefund } from "#modules/billing/documents/mail-documents.ts";
import { prepareReceipt } from "#modules/billing/documents/prepare-files.ts";

/** Makes the PDF and XML of an issued invoice or credit note, keeps them, and mails the PDF. */
export const sendInvoiceJob = defineJob({
  name: "billing.send_invoice_documents",
  title: "Make the documents of an invoice and mail them",
  input: z.object({ invoiceId: z.uuid() }),
  run: (context, { invoiceId }) => mailInvoice(context, invoiceId),
});

/** Makes the receipt of an invoice that is paid. */
export const makeReceiptJob = defineJob({
  name: "billing.make_receipt",
  title: "Make the receipt of a paid invoice",
  input: z.object({ invoiceId: z.uuid() }),
  run: async (context, { invoiceId }) => {
    await prepareReceipt(context, invoiceId);
  },
});

/** Mails a customer what its payment did. */
export const confirmPaymentJob = defineJob({
  name: "billing.confirm_payment",
  title: "Tell a customer that its payment arrived",
  input: z.object({ paymentId: z.uuid() }),
  run: (context, { paymentId }) => mailPayment(context, paymentId),
});

/** Mails a customer that money went back. */
export const confirmRefundJob = defineJob({
  name: "billing.confirm_refund",
  title: "Tell a customer that a refund was paid",
  input: z.object({ refundId: z.uuid() }),
  run: (context, { refundId }) => mailRefund(context, refundId),
});
