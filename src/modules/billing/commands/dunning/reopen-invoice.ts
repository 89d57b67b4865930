import type { Tx } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { DunningRef, Reopened } from "#modules/billing/contract/dunning.ts";
import { reopenWrittenOff } from "#modules/billing/dunning/reopen-written-off.ts";
import { applyCustomerCredit } from "#modules/billing/invoices/apply-credit.ts";
import { lockCredit } from "#modules/billing/invoices/credit-balance.ts";
import { getInvoiceRow, lockInvoice, openAmount } from "#modules/billing/invoices/load-invoice.ts";
import { settleInvoice } from "#modules/billing/invoices/settle-invoice.ts";

/** Credit first, then the invoice, as money that arrives locks them. */
async function lockWithCredit(tx: Tx, invoiceId: string) {
  const { account_id: accountId } = await getInvoiceRow(tx, invoiceId);
  await lockCredit(tx, accountId);
  return lockInvoice(tx, invoiceId);
}

/**
 * Takes a write-off back and pays the invoice from the customer's credit as far as that goes. Reminders do not begin anew.
 * Errors: `billing.invoice_unknown`, `billing.invoice_not_written_off`.
 */
export const reopenInvoice = defineCommand({
  name: "billing.reopen_invoice",
  title: "Take a write-off back",
  http: "POST /billing/invoices/:invoiceId/reopening",
  access: "billing:money",
  confirm: true,
  input: DunningRef,
  output: Reopened,
  load: (tx, { invoiceId }) => lockWithCredit(tx, invoiceId),
  run: async (context, invoice) => {
    if (invoice.status !== "uncollectible")
      throw refuse("conflict", "billing.invoice_not_written_off", "This invoice was not written off.");
    const openMinor = openAmount(invoice);
    await reopenWrittenOff(context, invoice);
    const appliedMinor = await applyCustomerCredit(context, {
      id: invoice.id,
      accountId: invoice.account_id,
      currency: invoice.currency,
      openMinor,
      fullNumber: invoice.full_number ?? "",
    });
    await settleInvoice(context, invoice.id);
    return { invoiceId: invoice.id, openMinor: openMinor - appliedMinor };
  },
});
