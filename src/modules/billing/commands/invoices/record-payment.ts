import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { RecordedPayment, RecordPayment } from "#modules/billing/contract/invoices.ts";
import { getInvoiceRow, openAmount } from "#modules/billing/invoices/load-invoice.ts";
import { receivePayment } from "#modules/billing/payments/receive-payment.ts";

/**
 * Records money that came by no provider and no statement. One reference of an account counts once. Errors:
 * `billing.invoice_unknown`, `billing.payment_known`, `billing.payment_in_future`.
 */
export const recordPayment = defineCommand({
  name: "billing.record_payment",
  title: "Record a payment by hand",
  http: "POST /billing/invoices/:invoiceId/payments",
  access: "billing:money",
  input: RecordPayment,
  output: RecordedPayment,
  load: (tx, { invoiceId }) => getInvoiceRow(tx, invoiceId),
  run: async (context, invoice) => {
    const { tx, now, input } = context;
    const { zone } = await context.company();
    const receivedAt = Temporal.PlainDate.from(input.receivedOn).toZonedDateTime(zone).toInstant();
    if (Temporal.Instant.compare(receivedAt, now) > 0)
      throw refuse("invalid", "billing.payment_in_future", "The day the money came cannot lie ahead.");
    const { paymentId, isNew, creditMinor } = await receivePayment(context, {
      accountId: invoice.account_id,
      provider: "manual",
      providerRef: `${invoice.account_id}:${input.reference}`,
      amountMinor: input.amountMinor,
      currency: invoice.currency,
      receivedAt,
      invoiceIds: [invoice.id],
      spread: false,
    });
    if (!isNew || !paymentId)
      throw refuse("conflict", "billing.payment_known", "A payment of this reference was recorded already.");
    return { paymentId, openMinor: openAmount(await getInvoiceRow(tx, invoice.id)), creditMinor };
  },
});
