import { localDate } from "#kernel/clock.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { z } from "zod";
import { DunningRef } from "#modules/billing/contract/dunning.ts";
import { startDunning } from "#modules/billing/dunning/start-dunning.ts";
import { lockInvoice, openAmount } from "#modules/billing/invoices/load-invoice.ts";

/** Begins the reminders of an invoice that is late; does nothing for any other. Errors: `billing.invoice_unknown`. */
export const startInvoiceDunning = defineCommand({
  name: "billing.start_dunning",
  title: "Begin the reminders of a late invoice",
  http: "POST /billing/invoices/:invoiceId/dunning",
  access: "billing:money",
  input: DunningRef,
  output: DunningRef.extend({ isNew: z.boolean() }),
  load: (tx, { invoiceId }) => lockInvoice(tx, invoiceId),
  run: async (context, invoice) => {
    const today = localDate(context.now, (await context.company()).zone).toString();
    const isLate =
      invoice.kind === "invoice" &&
      invoice.status === "open" &&
      openAmount(invoice) > 0 &&
      invoice.due_on < today;
    return { invoiceId: invoice.id, isNew: isLate && (await startDunning(context, invoice)) };
  },
});
