import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { IssuedRef, VoidInvoice } from "#modules/billing/contract/invoices.ts";
import { stopDunning } from "#modules/billing/dunning/stop-dunning.ts";
import { InvoiceVoided } from "#modules/billing/events/invoices.ts";
import { lockInvoice } from "#modules/billing/invoices/load-invoice.ts";
import { bookVoid } from "#modules/billing/ledger/book-void.ts";

/**
 * Voids an invoice that was issued by mistake; its number stays. Only one that nobody paid and nothing corrects. Errors:
 * `billing.invoice_unknown`, `billing.invoice_not_voidable`.
 */
export const voidInvoice = defineCommand({
  name: "billing.void_invoice",
  title: "Void an invoice",
  http: "POST /billing/invoices/:invoiceId/void",
  access: "billing:money",
  input: VoidInvoice,
  output: IssuedRef,
  load: (tx, { invoiceId }) => lockInvoice(tx, invoiceId),
  run: async (context, invoice) => {
    const { tx, now, input, emit } = context;
    const isVoidable =
      invoice.kind === "invoice" &&
      (invoice.status === "open" || invoice.status === "uncollectible") &&
      invoice.paid_minor === 0 &&
      invoice.credited_minor === 0;
    if (!isVoidable)
      throw refuse(
        "conflict",
        "billing.invoice_not_voidable",
        "Only an open invoice without payments can be voided. Refund or credit this one instead.",
      );
    await tx.execute(
      sql`UPDATE billing.invoice SET status = 'void', voided_at = ${now.toString()} WHERE id = ${invoice.id}`,
    );
    await bookVoid(tx, { invoiceId: invoice.id, at: now });
    await stopDunning(tx, invoice.id, "void", now);
    await emit(InvoiceVoided, {
      accountId: invoice.account_id,
      invoiceId: invoice.id,
      fullNumber: invoice.full_number ?? "",
      reason: input.reason,
    });
    return {
      invoiceId: invoice.id,
      fullNumber: invoice.full_number ?? "",
      totalMinor: invoice.total_minor,
    };
  },
});
