import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type {
  CustomerParty,
  DocumentLine,
  DocumentTax,
  SellerParty,
} from "#modules/billing/rules/documents/types.ts";

/** An issued invoice or credit note as a document needs it. */
export interface DocumentRow {
  id: string;
  account_id: string;
  kind: "invoice" | "credit_note";
  full_number: string;
  currency: string;
  locale: string;
  issued_at: string;
  issued_on: string;
  due_on: string;
  /** When it was paid; null while it is not. */
  paid_at: string | null;
  seller: Partial<SellerParty>;
  customer: Partial<CustomerParty>;
  discount_minor: number;
  net_minor: number;
  tax_minor: number;
  total_minor: number;
  payment_reference: string | null;
  note: string;
  order_reference: string | null;
  provider: string | null;
  corrects_number: string | null;
  corrects_issued_on: string | null;
}

/** Reads the invoice with the order it comes of and the invoice it corrects. Errors: `billing.invoice_unknown`. */
export async function getDocumentRow(db: Db, invoiceId: string): Promise<DocumentRow> {
  const row = await firstRow<DocumentRow>(
    db,
    sql`SELECT i.id, i.account_id, i.kind, i.full_number, i.currency, i.locale, i.issued_at, i.issued_on, i.due_on,
          CASE i.status WHEN 'paid' THEN i.paid_at END AS paid_at,
          i.seller, i.customer, i.discount_minor, i.net_minor, i.tax_minor, i.total_minor, i.payment_reference, i.note,
          o.reference AS order_reference, coalesce(s.provider, o.provider, po.provider) AS provider,
          c.full_number AS corrects_number, c.issued_on AS corrects_issued_on
        FROM billing.invoice i
        LEFT JOIN billing."order" o ON o.id = i.order_id
        LEFT JOIN billing.purchase p ON p.id = i.purchase_id
        LEFT JOIN billing."order" po ON po.id = p.order_id
        LEFT JOIN billing.subscription s ON s.id = i.subscription_id
        LEFT JOIN billing.invoice c ON c.id = i.corrects_invoice_id
        WHERE i.id = ${invoiceId} AND i.number IS NOT NULL`,
  );
  if (!row) throw refuse("not_found", "billing.invoice_unknown", "There is no such invoice.");
  return row;
}

/** The lines; `includesTax` tells whether the price of one holds tax. */
export const documentLines = (
  db: Db,
  invoiceId: string,
): Promise<(DocumentLine & { includesTax: boolean })[]> =>
  rows(
    db,
    sql`SELECT l.position, l.description, l.quantity::float8 AS quantity, l.unit_minor AS "unitMinor",
          l.discount_minor AS "discountMinor", l.net_minor AS "netMinor", l.tax_minor AS "taxMinor",
          l.tax_jurisdiction AS jurisdiction, l.tax_code AS code, l.tax_rate_ppm AS "ratePpm",
          l.period_starts_on AS "periodStartsOn", l.period_ends_on AS "periodEndsOn", l.revenue,
          coalesce(p.includes_tax, false) AS "includesTax"
        FROM billing.invoice_line l LEFT JOIN billing.price p ON p.id = l.price_id
        WHERE l.invoice_id = ${invoiceId} ORDER BY l.position`,
  );

export const documentTaxes = (db: Db, invoiceId: string): Promise<DocumentTax[]> =>
  rows(
    db,
    sql`SELECT jurisdiction, code, rate_ppm AS "ratePpm", net_minor AS "netMinor", tax_minor AS "taxMinor", reason
        FROM billing.invoice_tax WHERE invoice_id = ${invoiceId} ORDER BY jurisdiction, code, rate_ppm`,
  );

/** What was applied until an instant, oldest first. */
export interface AppliedRow {
  at: string;
  amount_minor: number;
  source: "payment" | "credit";
  provider: string | null;
}

export const appliedUntil = (db: Db, invoiceId: string, until: string): Promise<AppliedRow[]> =>
  rows(
    db,
    sql`SELECT l.allocated_at AS at, l.amount_minor, l.source, p.provider
        FROM billing.allocation l LEFT JOIN billing.payment p ON p.id = l.payment_id
        WHERE l.invoice_id = ${invoiceId} AND l.allocated_at <= ${until} ORDER BY l.allocated_at, l.id`,
  );
