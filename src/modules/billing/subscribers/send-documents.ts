import type { z } from "zod";
import { defineSubscriber, type EventDefinition, type RecordedEvent } from "#kernel/events/event.ts";
import {
  CreditNoteIssued,
  InvoiceIssued,
  InvoicePaid,
  PaymentReceived,
  RefundSettled,
} from "#modules/billing/events/invoices.ts";
import {
  confirmPaymentJob,
  confirmRefundJob,
  makeReceiptJob,
  sendInvoiceJob,
} from "#modules/billing/jobs/documents/send-documents.ts";

const read = <S extends z.ZodType>(
  definition: EventDefinition<S>,
  event: RecordedEvent,
): z.output<S> | undefined =>
  event.name === definition.name ? definition.payload.parse(event.payload) : undefined;

/** After an invoice, a credit note, a payment or a refund: its documents are made and the customer is told. */
export const sendDocuments = defineSubscriber({
  name: "billing.send_documents",
  events: [InvoiceIssued, CreditNoteIssued, InvoicePaid, PaymentReceived, RefundSettled].map(
    ({ name }) => name,
  ),
  handle: async (event, { enqueue }) => {
    const issued = read(InvoiceIssued, event);
    if (issued) await enqueue(sendInvoiceJob, { invoiceId: issued.invoiceId });
    const credited = read(CreditNoteIssued, event);
    if (credited) await enqueue(sendInvoiceJob, { invoiceId: credited.creditNoteId });
    const paid = read(InvoicePaid, event);
    if (paid) await enqueue(makeReceiptJob, { invoiceId: paid.invoiceId });
    const received = read(PaymentReceived, event);
    if (received) await enqueue(confirmPaymentJob, { paymentId: received.paymentId });
    const refunded = read(RefundSettled, event);
    if (refunded) await enqueue(confirmRefundJob, { refundId: refunded.refundId });
  },
});
