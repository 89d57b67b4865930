import type { SQL } from "drizzle-orm";
import type { Db } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { type Check, findFaults } from "#modules/billing/ledger/compare.ts";

/** What a look through the invoices found. */
export interface InvoiceAudit {
  ok: boolean;
  checks: Check[];
}

const ISSUED = sql`billing.invoice WHERE number IS NOT NULL`;

const rules: readonly { key: string; title: string; among?: SQL; faults: SQL }[] = [
  {
    key: "gaps",
    title: "Numbers of a series have no gap",
    among: sql`billing.invoice_series`,
    faults: sql`SELECT s.key || ' ' || n AS fault FROM billing.invoice_series s,
        LATERAL generate_series(1, s.next_number - 1) n
      WHERE NOT EXISTS (SELECT FROM billing.invoice i WHERE i.series = s.key AND i.number = n)`,
  },
  {
    key: "duplicates",
    title: "No number is given twice, none beyond the series",
    faults: sql`SELECT series || ' ' || number AS fault FROM billing.invoice WHERE number IS NOT NULL
        GROUP BY series, number HAVING count(*) > 1
      UNION ALL SELECT i.full_number FROM billing.invoice i JOIN billing.invoice_series s ON s.key = i.series
        WHERE i.number >= s.next_number OR i.number < 1`,
  },
  {
    key: "totals",
    title: "Totals are net and tax, and the sum of their lines",
    faults: sql`SELECT i.full_number AS fault FROM billing.invoice i LEFT JOIN (
        SELECT invoice_id, sum(net_minor) AS net, sum(tax_minor) AS tax FROM billing.invoice_line GROUP BY 1) l
        ON l.invoice_id = i.id
      WHERE i.number IS NOT NULL AND (i.total_minor <> i.net_minor + i.tax_minor
        OR i.net_minor <> coalesce(l.net, 0) OR i.tax_minor <> coalesce(l.tax, 0))`,
  },
  {
    key: "taxes",
    title: "Taxes are the sum of the lines they are of",
    among: sql`billing.invoice_tax`,
    faults: sql`SELECT i.full_number || ' ' || jurisdiction || ' ' || code || ' ' || rate AS fault FROM (
        SELECT invoice_id, tax_jurisdiction AS jurisdiction, tax_code AS code, tax_rate_ppm AS rate,
          net_minor AS net, tax_minor AS tax FROM billing.invoice_line
        UNION ALL SELECT invoice_id, jurisdiction, code, rate_ppm, -net_minor, -tax_minor FROM billing.invoice_tax) t
      JOIN billing.invoice i ON i.id = t.invoice_id AND i.number IS NOT NULL
      GROUP BY i.full_number, jurisdiction, code, rate HAVING sum(net) <> 0 OR sum(tax) <> 0`,
  },
  {
    // Where a price includes tax, net is rounded out of the total and tax is the rest: within a unit of the product.
    key: "tax_rates",
    title: "Tax is its rate of the net amount",
    among: sql`billing.invoice_tax`,
    faults: sql`SELECT i.full_number || ' ' || t.jurisdiction || ' ' || t.rate_ppm AS fault
      FROM billing.invoice_tax t JOIN billing.invoice i ON i.id = t.invoice_id AND i.number IS NOT NULL
      WHERE abs(t.tax_minor - round(t.net_minor::numeric * t.rate_ppm / 1000000)) > 
        CASE WHEN i.kind = 'credit_note' OR EXISTS (SELECT FROM billing.invoice_line l
            JOIN billing.price p ON p.id = l.price_id
            WHERE l.invoice_id = i.id AND p.includes_tax) THEN 1 ELSE 0 END`,
  },
  {
    key: "settlement",
    title: "Nothing is paid and credited beyond its total, and what is paid is settled",
    faults: sql`SELECT full_number AS fault FROM billing.invoice WHERE number IS NOT NULL AND kind = 'invoice'
        AND (paid_minor + credited_minor > total_minor OR (status = 'void' AND paid_minor + credited_minor <> 0)
          OR (status IN ('paid', 'open') AND (status = 'paid') <> (paid_minor + credited_minor = total_minor)))`,
  },
  {
    key: "allocations",
    title: "What is paid is what was allocated",
    faults: sql`SELECT i.full_number AS fault FROM billing.invoice i LEFT JOIN (
        SELECT invoice_id, sum(amount_minor) AS minor FROM billing.allocation GROUP BY 1) a ON a.invoice_id = i.id
      WHERE i.number IS NOT NULL AND i.paid_minor <> coalesce(a.minor, 0)`,
  },
  {
    key: "credits",
    title: "What is credited is what credit notes say",
    faults: sql`SELECT i.full_number AS fault FROM billing.invoice i LEFT JOIN (
        SELECT corrects_invoice_id, sum(total_minor) AS minor FROM billing.invoice
        WHERE kind = 'credit_note' AND number IS NOT NULL AND status <> 'void' GROUP BY 1) c
        ON c.corrects_invoice_id = i.id
      WHERE i.number IS NOT NULL AND i.credited_minor <> coalesce(c.minor, 0)`,
  },
];

/**
 * Looks through the invoices: numbers without gaps or doubles, totals, taxes recomputed, and what was paid
 * and credited. All of one instant.
 */
export function auditInvoices(db: Db): Promise<InvoiceAudit> {
  return db.transaction(
    async (tx) => {
      const checks: Check[] = [];
      for (const { among = ISSUED, ...rule } of rules) checks.push(await findFaults(tx, { ...rule, among }));
      return { ok: checks.every(({ ok }) => ok), checks };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
