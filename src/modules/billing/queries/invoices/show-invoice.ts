import type { z } from "zod";
import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { Invoice } from "#modules/billing/contract/invoices.ts";
import type { CustomerSnapshot } from "#modules/billing/contract/buyer.ts";
import {
  SUMMARY_COLUMNS,
  type SummaryRow,
  toSummary,
} from "#modules/billing/queries/invoices/invoice-summary.ts";

type InvoiceDto = z.input<typeof Invoice>;

interface FullRow extends SummaryRow {
  issued_at: string;
  paid_at: string | null;
  discount_minor: number;
  note: string;
  payment_reference: string | null;
  customer: CustomerSnapshot;
  corrects: { id: string; fullNumber: string } | null;
}

const iso = (text: string) => Temporal.Instant.from(text).toString();

const timed = <T extends { at: string }>(items: T[]) => items.map((item) => ({ ...item, at: iso(item.at) }));

async function partsOf(db: Db, invoiceId: string) {
  const [lines, taxes, creditNotes, payments, refunds] = await Promise.all([
    rows<InvoiceDto["lines"][number]>(
      db,
      sql`SELECT description, quantity::float8 AS quantity, unit_minor AS "unitMinor", discount_minor AS "discountMinor",
            net_minor AS "netMinor", tax_minor AS "taxMinor", period_starts_on AS "periodStartsOn",
            period_ends_on AS "periodEndsOn"
          FROM billing.invoice_line WHERE invoice_id = ${invoiceId} ORDER BY position`,
    ),
    rows<InvoiceDto["taxes"][number]>(
      db,
      sql`SELECT jurisdiction, code, rate_ppm AS "ratePpm", net_minor AS "netMinor", tax_minor AS "taxMinor", reason
          FROM billing.invoice_tax WHERE invoice_id = ${invoiceId} ORDER BY jurisdiction, code, rate_ppm`,
    ),
    rows<InvoiceDto["creditNotes"][number]>(
      db,
      sql`SELECT id, full_number AS "fullNumber", total_minor AS "totalMinor", issued_on AS "issuedOn"
          FROM billing.invoice WHERE corrects_invoice_id = ${invoiceId} ORDER BY issued_at, id`,
    ),
    rows<InvoiceDto["payments"][number]>(
      db,
      sql`SELECT l.source, p.provider, l.amount_minor AS "amountMinor", l.allocated_at AS at
          FROM billing.allocation l LEFT JOIN billing.payment p ON p.id = l.payment_id
          WHERE l.invoice_id = ${invoiceId} ORDER BY l.allocated_at, l.id`,
    ),
    rows<InvoiceDto["refunds"][number]>(
      db,
      sql`SELECT id, amount_minor AS "amountMinor", status, requested_at AS at, reason FROM billing.refund
          WHERE invoice_id = ${invoiceId} ORDER BY requested_at, id`,
    ),
  ]);
  return { lines, taxes, creditNotes, payments: timed(payments), refunds: timed(refunds) };
}

/** An issued invoice with everything on it and everything that became of it. Errors: `billing.invoice_unknown`. */
export async function showInvoice(
  db: Db,
  invoiceId: string,
  moment: { now: Temporal.Instant; zone: string },
): Promise<InvoiceDto> {
  const row = await firstRow<FullRow>(
    db,
    sql`SELECT ${SUMMARY_COLUMNS}, i.issued_at, i.paid_at, i.discount_minor, i.note, i.payment_reference, i.customer,
          '' AS place,
          (SELECT jsonb_build_object('id', c.id, 'fullNumber', c.full_number) FROM billing.invoice c
            WHERE c.id = i.corrects_invoice_id) AS corrects
        FROM billing.invoice i JOIN people.account_name a ON a.id = i.account_id
        WHERE i.id = ${invoiceId} AND i.number IS NOT NULL`,
  );
  if (!row) throw refuse("not_found", "billing.invoice_unknown", "There is no such invoice.");
  const isCreditable = row.kind === "invoice" && row.status !== "void";
  return {
    ...toSummary(row, localDate(moment.now, moment.zone).toString()),
    issuedAt: iso(row.issued_at),
    paidAt: row.paid_at && iso(row.paid_at),
    creditedMinor: row.credited_minor,
    discountMinor: row.discount_minor,
    note: row.note,
    paymentReference: row.payment_reference,
    customer: row.customer,
    corrects: row.corrects,
    ...(await partsOf(db, row.id)),
    refundableMinor: isCreditable ? row.total_minor - row.credited_minor : 0,
  };
}
