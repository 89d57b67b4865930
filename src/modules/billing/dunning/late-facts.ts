import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { InvoiceRow } from "#modules/billing/invoices/load-invoice.ts";
import { findDefaultMethod, type MethodRow } from "#modules/billing/payments/methods/method-row.ts";
import type { LateInvoice } from "#modules/billing/rules/dunning/types.ts";

/** A charge that runs, or a payment page on which the customer has paid; an open page alone brings no money. */
const isMoneyUnderWay = async (tx: Tx, invoiceId: string): Promise<boolean> =>
  (await firstRow(
    tx,
    sql`SELECT 1 FROM billing.payment_attempt
        WHERE invoice_id = ${invoiceId} AND status IN ('created', 'pending', 'unknown') LIMIT 1`,
  )) !== undefined;

/** What dunning has to know of an invoice, and the method it could be charged to. */
export async function findLateFacts(
  tx: Tx,
  invoice: InvoiceRow,
): Promise<{ late: LateInvoice; method: MethodRow | undefined }> {
  const method = await findDefaultMethod(tx, invoice.account_id);
  const late = {
    dueOn: invoice.due_on,
    isOrder: invoice.source_kind === "order",
    hasAccess: invoice.subscription_id !== null || invoice.purchase_id !== null,
    hasMethod: method !== undefined,
    isMoneyUnderWay: await isMoneyUnderWay(tx, invoice.id),
  };
  return { late, method };
}
