import { localDate } from "#kernel/clock.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { recordEvents } from "#kernel/events/record.ts";
import { newId } from "#kernel/ids.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { InvoiceIssued } from "#modules/billing/events/invoices.ts";
import { applyCustomerCredit } from "#modules/billing/invoices/apply-credit.ts";
import type { ComputedSale } from "#modules/billing/invoices/compute-for.ts";
import { computeSales } from "#modules/billing/invoices/compute-sales.ts";
import { accountsInCredit, lockCredits } from "#modules/billing/invoices/credit-balance.ts";
import { type InvoiceRecord, insertInvoices } from "#modules/billing/invoices/insert-invoices.ts";
import type { InvoicePlan, IssuedInvoice } from "#modules/billing/invoices/invoice-plan.ts";
import { findBySource } from "#modules/billing/invoices/load-invoice.ts";
import { settleInvoice } from "#modules/billing/invoices/settle-invoice.ts";
import { fullNumber, SERIES, takeNumbers } from "#modules/billing/invoices/take-numbers.ts";
import { bookInvoices } from "#modules/billing/ledger/book-invoice.ts";
import { creditorReference } from "#modules/billing/rules/payments/creditor-reference.ts";
import { sellerSnapshot } from "#modules/billing/tax/seller.ts";

interface Numbering {
  on: Temporal.PlainDate;
  prefix: string;
  number: number;
  seller: unknown;
}

function toRecord(
  ctx: BillingContext,
  plan: InvoicePlan,
  { computed, evidence }: ComputedSale,
  { on, prefix, number, seller }: Numbering,
): InvoiceRecord {
  if (computed.totalMinor < 0)
    throw new Error(`${plan.sourceKey} comes to less than nothing: draw a credit note`);
  const full = fullNumber(prefix, number);
  return {
    id: newId(),
    accountId: plan.accountId,
    kind: "invoice",
    sourceKey: plan.sourceKey,
    sourceKind: plan.sourceKind,
    orderId: plan.orderId ?? null,
    purchaseId: plan.purchaseId ?? null,
    subscriptionId: plan.subscriptionId ?? null,
    correctsInvoiceId: null,
    series: SERIES.invoice,
    number,
    fullNumber: full,
    status: "open",
    issuedAt: ctx.now.toString(),
    issuedOn: on.toString(),
    dueOn: on.add({ days: plan.dueInDays }).toString(),
    locale: plan.customer.locale,
    seller,
    customer: plan.customer,
    taxEvidence: evidence,
    paymentReference: creditorReference(full),
    note: plan.note ?? "",
    computed,
  };
}

const toIssued = (record: InvoiceRecord): IssuedInvoice => ({
  id: record.id,
  sourceKey: record.sourceKey,
  accountId: record.accountId,
  fullNumber: record.fullNumber,
  currency: record.computed.currency,
  totalMinor: record.computed.totalMinor,
  openMinor: record.computed.totalMinor,
  issuedOn: record.issuedOn,
  dueOn: record.dueOn,
  paymentReference: record.paymentReference ?? "",
  computed: record.computed,
  isNew: true,
});

/** Keys that have an invoice already, so that a repeated run draws nothing twice. */
async function knownSources(ctx: BillingContext, plans: readonly InvoicePlan[]): Promise<Set<string>> {
  const found = await rows<{ source_key: string }>(
    ctx.tx,
    sql`SELECT source_key FROM billing.invoice WHERE source_key IN ${plans.map((plan) => plan.sourceKey)}`,
  );
  return new Set(found.map((row) => row.source_key));
}

const toFact = (record: InvoiceRecord) => ({
  accountId: record.accountId,
  invoiceId: record.id,
  fullNumber: record.fullNumber,
  currency: record.computed.currency,
  totalMinor: record.computed.totalMinor,
  dueOn: record.dueOn,
  sourceKind: record.sourceKind as InvoicePlan["sourceKind"],
});

/** Everything that takes time comes before the numbers: while they are taken, nobody else can issue. */
async function issueNew(ctx: BillingContext, plans: readonly InvoicePlan[]): Promise<IssuedInvoice[]> {
  const on = localDate(ctx.now, (await ctx.company()).zone);
  const sales = await computeSales(ctx.tx, plans, on.toString());
  const seller = sales[0] && sellerSnapshot(sales[0].seller);
  const { prefix, first } = await takeNumbers(ctx.tx, "invoice", plans.length);
  const records = plans.flatMap((plan, index) => {
    const sale = sales[index];
    return sale ? [toRecord(ctx, plan, sale, { on, prefix, number: first + index, seller })] : [];
  });
  await insertInvoices(ctx.tx, records);
  await bookInvoices(ctx.tx, { invoiceIds: records.map(({ id }) => id) });
  await recordEvents(ctx.tx, InvoiceIssued, records.map(toFact), ctx);
  return records.map(toIssued);
}

/**
 * Issues invoices: numbers without gaps, lines, tax and its evidence, the books, the event. Customer credit is applied at
 * once, and what comes to nothing is paid. Plans whose key has an invoice are answered with it. The series is locked until
 * the transaction ends.
 */
export async function issueInvoices(
  ctx: BillingContext,
  plans: readonly InvoicePlan[],
): Promise<IssuedInvoice[]> {
  if (plans.length === 0) return [];
  const known = await knownSources(ctx, plans);
  const fresh = plans.filter((plan) => !known.has(plan.sourceKey));
  const issued = fresh.length > 0 ? await issueNew(ctx, fresh) : [];
  await lockCredits(
    ctx.tx,
    issued.map(({ accountId }) => accountId),
  );
  const inCredit = await accountsInCredit(ctx.tx, issued);
  for (const invoice of issued) {
    if (inCredit.has(invoice.accountId)) invoice.openMinor -= await applyCustomerCredit(ctx, invoice);
    if (invoice.openMinor === 0) await settleInvoice(ctx, invoice.id);
  }
  const repeated = await Promise.all([...known].map((key) => findBySource(ctx.tx, key)));
  return [...issued, ...repeated.filter((invoice) => invoice !== undefined)];
}

/** Issues one invoice; see `issueInvoices`. */
export async function issueInvoice(ctx: BillingContext, plan: InvoicePlan): Promise<IssuedInvoice> {
  const [invoice] = await issueInvoices(ctx, [plan]);
  if (!invoice) throw new Error(`${plan.sourceKey} was not issued`);
  return invoice;
}
