import { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { BankInstructions } from "#modules/billing/contract/checkout.ts";
import { InvoiceRef } from "#modules/billing/contract/invoices.ts";
import { getInvoiceRow } from "#modules/billing/invoices/load-invoice.ts";
import { bankInstructions } from "#modules/billing/payments/bank-instructions.ts";
import { canManageBilling } from "#modules/billing/policy.ts";

type Row = Parameters<typeof bankInstructions>[0];

/** How to pay one of the customer's open invoices by bank; null where nothing is open. Errors: `billing.invoice_unknown`. */
export const getMyBankTransfer = defineQuery({
  name: "billing.get_my_bank_transfer",
  title: "See how to pay one of my invoices by bank",
  http: "GET /account/invoices/:invoiceId/bank-transfer",
  access: "customer",
  input: InvoiceRef,
  output: z.object({ bank: BankInstructions.nullable() }),
  load: (db, { invoiceId }) => getInvoiceRow(db, invoiceId),
  allow: canManageBilling,
  run: async ({ db, input }) => {
    const open = await firstRow<Row>(
      db,
      sql`SELECT seller, payment_reference AS "paymentReference", currency, due_on AS "dueOn",
            total_minor - paid_minor - credited_minor AS "openMinor"
          FROM billing.invoice WHERE id = ${input.invoiceId} AND kind = 'invoice' AND status = 'open'`,
    );
    return { bank: open ? bankInstructions(open) : null };
  },
});
