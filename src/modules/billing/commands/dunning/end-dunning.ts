import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { DunningRef, StopDunning } from "#modules/billing/contract/dunning.ts";
import { demandDunning } from "#modules/billing/dunning/dunning-row.ts";
import { stopDunning } from "#modules/billing/dunning/stop-dunning.ts";
import { DunningHeld } from "#modules/billing/events/dunning.ts";
import { restoreAccess } from "#modules/billing/fulfilment/access.ts";
import { getInvoiceRow } from "#modules/billing/invoices/load-invoice.ts";

/**
 * Ends the reminders of an invoice for good; it stays open and can be paid. Access that was held back for it is given again.
 * Errors: `billing.dunning_unknown`.
 */
export const endDunning = defineCommand({
  name: "billing.end_dunning",
  title: "End the reminders of an invoice",
  http: "POST /billing/invoices/:invoiceId/dunning-end",
  access: "billing:money",
  confirm: true,
  input: StopDunning,
  output: DunningRef,
  load: (tx, { invoiceId }) => demandDunning(tx, invoiceId),
  run: async (context, row) => {
    const { tx, now, input, emit } = context;
    const invoice = await getInvoiceRow(tx, input.invoiceId);
    await stopDunning(tx, invoice.id, "stopped", now);
    await tx.execute(sql`UPDATE billing.dunning SET note = ${input.reason} WHERE invoice_id = ${invoice.id}`);
    if (row.suspended_at) await restoreAccess(context, invoice);
    await emit(DunningHeld, {
      accountId: invoice.account_id,
      invoiceId: invoice.id,
      fullNumber: invoice.full_number ?? "",
      untilOn: null,
    });
    return { invoiceId: invoice.id };
  },
});
