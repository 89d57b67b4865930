import { localDate } from "#kernel/clock.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { CreditNoteIssued } from "#modules/billing/events/invoices.ts";
import { type InvoiceRecord, insertInvoices } from "#modules/billing/invoices/insert-invoices.ts";
import type { InvoiceRow } from "#modules/billing/invoices/load-invoice.ts";
import { moveToCredit } from "#modules/billing/invoices/move-to-credit.ts";
import { fullNumber, SERIES, takeNumbers } from "#modules/billing/invoices/take-numbers.ts";
import { bookCreditNote } from "#modules/billing/ledger/book-credit-note.ts";
import type { ComputedInvoice } from "#modules/billing/rules/types.ts";
import { readSeller, sellerSnapshot } from "#modules/billing/tax/seller.ts";

export interface CreditNotePlan {
  /** The invoice it corrects; locked. */
  invoice: InvoiceRow;
  /** Positive: what is given back. */
  computed: ComputedInvoice;
  /** Which line of the invoice each line gives back; null for unused time of a plan. */
  correctsPositions: readonly (number | null)[];
  sourceKey: string;
  reason: string;
}

export interface IssuedCreditNote {
  id: string;
  fullNumber: string;
  totalMinor: number;
}

/** Evidence of tax goes with the correction: it is the corrected invoice's. */
async function evidenceOf(ctx: BillingContext, invoiceId: string): Promise<unknown> {
  const [row] = await rows<{ tax_evidence: unknown }>(
    ctx.tx,
    sql`SELECT tax_evidence FROM billing.invoice WHERE id = ${invoiceId}`,
  );
  return row?.tax_evidence ?? {};
}

/**
 * Issues a credit note. What it gives back first lowers what is open of the invoice; money already paid for it becomes the
 * customer's credit, for a refund or the next invoice. The money of the account and the invoice must be locked.
 */
export async function issueCreditNote(ctx: BillingContext, plan: CreditNotePlan): Promise<IssuedCreditNote> {
  const { invoice, computed } = plan;
  const [seller, company, evidence] = await Promise.all([
    readSeller(ctx.tx),
    ctx.company(),
    evidenceOf(ctx, invoice.id),
  ]);
  const { prefix, first } = await takeNumbers(ctx.tx, "credit_note", 1);
  const on = localDate(ctx.now, company.zone).toString();
  const record: InvoiceRecord = {
    id: newId(),
    accountId: invoice.account_id,
    kind: "credit_note",
    sourceKey: plan.sourceKey,
    sourceKind: "credit",
    orderId: invoice.order_id,
    purchaseId: invoice.purchase_id,
    subscriptionId: invoice.subscription_id,
    correctsInvoiceId: invoice.id,
    series: SERIES.credit_note,
    number: first,
    fullNumber: fullNumber(prefix, first),
    status: "paid",
    issuedAt: ctx.now.toString(),
    issuedOn: on,
    dueOn: on,
    locale: invoice.locale,
    seller: sellerSnapshot(seller),
    customer: invoice.customer,
    taxEvidence: evidence,
    paymentReference: null,
    note: plan.reason,
    computed,
    correctsPositions: plan.correctsPositions,
  };
  await insertInvoices(ctx.tx, [record]);
  await bookCreditNote(ctx.tx, { creditNoteId: record.id });
  await moveToCredit(ctx, invoice, record);
  await ctx.emit(CreditNoteIssued, {
    accountId: invoice.account_id,
    creditNoteId: record.id,
    invoiceId: invoice.id,
    fullNumber: record.fullNumber,
    currency: computed.currency,
    totalMinor: computed.totalMinor,
    reason: plan.reason,
  });
  return { id: record.id, fullNumber: record.fullNumber, totalMinor: computed.totalMinor };
}
