import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { BANK_TRANSFER } from "#modules/billing/payments/providers/bank-transfer.ts";
import {
  type AppliedRow,
  appliedUntil,
  type DocumentRow,
  documentLines,
  documentTaxes,
  getDocumentRow,
} from "#modules/billing/queries/documents/document-rows.ts";
import type {
  CustomerParty,
  InvoiceDocument,
  PaymentMethod,
  SellerParty,
} from "#modules/billing/rules/documents/types.ts";

const NO_SELLER: SellerParty = {
  name: "",
  legalName: "",
  line1: "",
  line2: "",
  postcode: "",
  city: "",
  country: null,
  email: "",
  register: "",
  taxNumber: "",
  taxIds: {},
  iban: "",
  bic: "",
};

const NO_CUSTOMER: CustomerParty = {
  name: "",
  organisation: null,
  email: "",
  line1: "",
  line2: null,
  postcode: null,
  city: "",
  region: null,
  country: "",
  taxId: null,
};

/** Providers that take money off a card or the like; anything else brought it some other way. */
const TAKES_MONEY = new Set(["stripe", "sandbox"]);

function methodOf({ source, provider }: AppliedRow): PaymentMethod {
  if (source === "credit") return "credit";
  if (provider === BANK_TRANSFER) return "transfer";
  return TAKES_MONEY.has(provider ?? "") ? "card" : "other";
}

const headOf = (row: DocumentRow) => ({
  invoiceId: row.id,
  accountId: row.account_id,
  kind: row.kind,
  number: row.full_number,
  currency: row.currency,
  locale: row.locale,
  issuedAt: Temporal.Instant.from(row.issued_at),
  issuedOn: row.issued_on,
  dueOn: row.due_on,
  paidAt: row.paid_at === null ? null : Temporal.Instant.from(row.paid_at),
  seller: { ...NO_SELLER, ...row.seller },
  customer: { ...NO_CUSTOMER, ...row.customer },
  discountMinor: row.discount_minor,
  netMinor: row.net_minor,
  taxMinor: row.tax_minor,
  totalMinor: row.total_minor,
  paymentReference: row.payment_reference,
  collection: TAKES_MONEY.has(row.provider ?? "") ? ("card" as const) : ("transfer" as const),
  note: row.note,
  orderReference: row.order_reference,
  corrects:
    row.corrects_number && row.corrects_issued_on
      ? { number: row.corrects_number, issuedOn: row.corrects_issued_on }
      : null,
});

/**
 * An invoice or credit note as it stood at issue, or (for a receipt) when it was paid: what happened later changes nothing
 * of it. Days of payments are in `zone`, the company's. Errors: `billing.invoice_unknown`.
 */
export async function loadInvoiceDocument(
  db: Db,
  invoiceId: string,
  moment: { at: "issue" | "payment"; zone: string },
): Promise<InvoiceDocument> {
  const row = await getDocumentRow(db, invoiceId);
  const until = moment.at === "payment" && row.paid_at ? row.paid_at : row.issued_at;
  // One after the other: in a customer's transaction there is one connection.
  const lines = await documentLines(db, invoiceId);
  const taxes = await documentTaxes(db, invoiceId);
  const applied = await appliedUntil(db, invoiceId, until);
  const payments = applied.map((part) => ({
    on: localDate(Temporal.Instant.from(part.at), moment.zone).toString(),
    amountMinor: part.amount_minor,
    method: methodOf(part),
  }));
  const paidMinor = payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return {
    ...headOf(row),
    lines,
    taxes,
    includesTax: lines.some((line) => line.includesTax),
    payments,
    // An invoice that is settled owes nothing: what was not paid of it was credited.
    creditedMinor: moment.at === "payment" && row.paid_at ? row.total_minor - paidMinor : 0,
  };
}
