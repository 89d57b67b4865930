import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { WriteOff, WrittenOff } from "#modules/billing/contract/dunning.ts";
import { writeOff } from "#modules/billing/dunning/write-off.ts";
import { lockInvoice, openAmount } from "#modules/billing/invoices/load-invoice.ts";

/** The books know one write-off of an invoice. */
const wasWrittenOff = async (tx: Tx, invoiceId: string) =>
  (await firstRow(tx, sql`SELECT 1 FROM billing.journal WHERE ref = ${`write_off:${invoiceId}`}`)) !==
  undefined;

/** Gives an open invoice up. Errors: `billing.invoice_unknown`, `billing.invoice_not_open`, `billing.written_off_before`. */
export const writeOffInvoice = defineCommand({
  name: "billing.write_off_invoice",
  title: "Write an invoice off",
  http: "POST /billing/invoices/:invoiceId/write-off",
  access: "billing:money",
  confirm: true,
  input: WriteOff,
  output: WrittenOff,
  load: (tx, { invoiceId }) => lockInvoice(tx, invoiceId),
  run: async (context, invoice) => {
    if (invoice.kind !== "invoice" || invoice.status !== "open" || openAmount(invoice) === 0)
      throw refuse("conflict", "billing.invoice_not_open", "Only an open invoice can be written off.");
    if (invoice.source_kind === "order")
      throw refuse(
        "conflict",
        "billing.invoice_not_open",
        "Nothing was given for this order yet. Cancel the order instead.",
      );
    if (await wasWrittenOff(context.tx, invoice.id))
      throw refuse(
        "conflict",
        "billing.written_off_before",
        "This invoice was written off once and taken back. Give what is open back by a credit note instead.",
      );
    const amountMinor = await writeOff(context, invoice, context.input.reason);
    return { invoiceId: invoice.id, amountMinor, currency: invoice.currency };
  },
});
