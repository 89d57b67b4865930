import { defineCommand } from "#kernel/operation/operation.ts";
import { RefundInvoice, RefundOutcome } from "#modules/billing/contract/invoices.ts";
import { refundInvoice } from "#modules/billing/invoices/refund-invoice.ts";

/**
 * Gives money of an invoice back by a credit note; a full refund takes back the access it paid for. Errors:
 * `billing.invoice_unknown`, `billing.nothing_to_refund`, `billing.refund_too_much`.
 */
export const refundInvoiceCommand = defineCommand({
  name: "billing.refund_invoice",
  title: "Refund an invoice",
  http: "POST /billing/invoices/:invoiceId/refunds",
  access: "billing:money",
  confirm: true,
  input: RefundInvoice,
  output: RefundOutcome,
  run: async (context) => {
    const { creditNote, refundIds, accessEnded } = await refundInvoice(context, context.input);
    return {
      creditNoteId: creditNote.id,
      creditNoteNumber: creditNote.fullNumber,
      amountMinor: creditNote.totalMinor,
      refundIds,
      accessEnded,
    };
  },
});
