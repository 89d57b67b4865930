import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { ComputedLine, RevenueKind, TaxCode } from "#modules/billing/rules/types.ts";

/** A line of an invoice with what earlier credit notes left of it. */
export interface CreditableInvoiceLine {
  position: number;
  netMinor: number;
  taxMinor: number;
  line: Omit<
    ComputedLine,
    "netMinor" | "taxMinor" | "discountMinor" | "amountMinor" | "unitMinor" | "isDiscountable"
  >;
}

interface LineRow {
  position: number;
  description: string;
  quantity: string;
  net_left: number;
  tax_left: number;
  tax_jurisdiction: string;
  tax_code: TaxCode;
  tax_rate_ppm: number;
  tax_reason: string | null;
  tax_category: string;
  offer_id: string | null;
  price_id: string | null;
  period_starts_on: string | null;
  period_ends_on: string | null;
  revenue: RevenueKind;
  earned_days: number | null;
}

/** The lines of an invoice and what is left of each to give back. Unused time already credited counts for the whole. */
export async function creditableLines(db: Db, invoiceId: string): Promise<CreditableInvoiceLine[]> {
  const found = await rows<LineRow>(
    db,
    sql`SELECT l.position, l.description, l.quantity::text, l.net_minor - coalesce(b.net, 0) AS net_left,
          l.tax_minor - coalesce(b.tax, 0) AS tax_left, l.tax_jurisdiction, l.tax_code, l.tax_rate_ppm, l.tax_reason,
          l.tax_category, l.offer_id, l.price_id, l.period_starts_on, l.period_ends_on, l.revenue, l.earned_days
        FROM billing.invoice_line l
        LEFT JOIN LATERAL (
          SELECT sum(c.net_minor)::bigint AS net, sum(c.tax_minor)::bigint AS tax FROM billing.invoice_line c
          JOIN billing.invoice n ON n.id = c.invoice_id
          WHERE n.corrects_invoice_id = l.invoice_id AND c.corrects_position = l.position) b ON true
        WHERE l.invoice_id = ${invoiceId} ORDER BY l.position`,
  );
  return found.map((row) => ({
    position: row.position,
    netMinor: Number(row.net_left),
    taxMinor: Number(row.tax_left),
    line: {
      description: row.description,
      quantity: Number(row.quantity),
      taxCategory: row.tax_category,
      offerId: row.offer_id,
      priceId: row.price_id,
      periodStartsOn: row.period_starts_on,
      periodEndsOn: row.period_ends_on,
      revenue: row.revenue,
      earnedDays: row.earned_days,
      tax: {
        jurisdiction: row.tax_jurisdiction,
        code: row.tax_code,
        ratePpm: row.tax_rate_ppm,
        reason: row.tax_reason,
      },
    },
  }));
}
