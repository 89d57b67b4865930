import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { TaxReportRow } from "#modules/billing/contract/tax.ts";
import { type QuarterDays, quarterName } from "#modules/billing/rules/tax/quarter.ts";
import { returnOf } from "#modules/billing/rules/tax/tax-return.ts";

/**
 * What moved in a quarter: documents issued in it, credit notes counted against, and invoices voided in it taken back. So
 * a quarter that was reported stays as it was; what is corrected later belongs to the later one and names the earlier.
 */
export const movedDocuments = ({ startsOn, endsOn }: QuarterDays, zone: string) => sql`
  SELECT i.id, i.currency, CASE i.kind WHEN 'invoice' THEN 1 ELSE -1 END AS sign,
         coalesce(o.tax_evidence, i.tax_evidence) AS evidence, i.seller, o.issued_on AS corrects_on
  FROM billing.invoice i LEFT JOIN billing.invoice o ON o.id = i.corrects_invoice_id
  WHERE i.issued_on >= ${startsOn} AND i.issued_on < ${endsOn}
  UNION ALL
  SELECT i.id, i.currency, CASE i.kind WHEN 'invoice' THEN -1 ELSE 1 END, coalesce(o.tax_evidence, i.tax_evidence),
         i.seller, i.issued_on
  FROM billing.invoice i LEFT JOIN billing.invoice o ON o.id = i.corrects_invoice_id
  WHERE i.issued_on IS NOT NULL AND i.voided_at IS NOT NULL
    AND (i.voided_at AT TIME ZONE ${zone})::date >= ${startsOn} AND (i.voided_at AT TIME ZONE ${zone})::date < ${endsOn}`;

interface Sums {
  jurisdiction: string;
  code: TaxReportRow["code"];
  rate_ppm: number;
  currency: string;
  why: string | null;
  seller_country: string | null;
  corrects: string | null;
  net_minor: number;
  tax_minor: number;
  invoices: number;
}

const sums = (db: Db, quarter: QuarterDays, zone: string) =>
  rows<Sums>(
    db,
    sql`WITH moved AS (${movedDocuments(quarter, zone)}),
        told AS (
          SELECT m.id, m.currency, m.sign, t.jurisdiction, t.code, t.rate_ppm, t.net_minor, t.tax_minor,
                 m.seller ->> 'country' AS seller_country,
                 CASE WHEN m.corrects_on < ${quarter.startsOn} THEN date_trunc('quarter', m.corrects_on)::date END AS corrects,
                 (SELECT d ->> 'why' FROM jsonb_array_elements(m.evidence -> 'decisions') AS d
                  WHERE d ->> 'jurisdiction' = t.jurisdiction AND d ->> 'code' = t.code
                    AND (d ->> 'ratePpm')::int = t.rate_ppm LIMIT 1) AS why
          FROM moved m JOIN billing.invoice_tax t ON t.invoice_id = m.id)
        SELECT jurisdiction, code, rate_ppm, currency, why, seller_country, corrects::text,
               sum(sign * net_minor)::bigint AS net_minor, sum(sign * tax_minor)::bigint AS tax_minor,
               count(DISTINCT id)::int AS invoices
        FROM told GROUP BY 1, 2, 3, 4, 5, 6, 7`,
  );

const ORDER = ["local", "oss", "state", "reverse_charge", "exempt", "none"];

const sortKey = (row: TaxReportRow): string =>
  [
    ORDER.indexOf(row.return),
    row.jurisdiction,
    row.currency,
    String(row.ratePpm).padStart(7, "0"),
    row.corrects ?? "",
  ].join("|");

/** Joins what differs in the reason alone: it is one line of one return. */
function merge(found: readonly TaxReportRow[]): TaxReportRow[] {
  const byLine = new Map<string, TaxReportRow>();
  for (const row of found) {
    const key = `${sortKey(row)}|${row.code}`;
    const known = byLine.get(key);
    if (!known) byLine.set(key, { ...row });
    else {
      known.netMinor += row.netMinor;
      known.taxMinor += row.taxMinor;
      known.invoices += row.invoices;
    }
  }
  return [...byLine.values()].toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/** Net and tax of a quarter per return, jurisdiction, rate and currency. */
export async function findReportRows(db: Db, quarter: QuarterDays, zone: string): Promise<TaxReportRow[]> {
  const found = await sums(db, quarter, zone);
  return merge(
    found.map((row) => ({
      return: returnOf({ ...row, sellerCountry: row.seller_country }),
      jurisdiction: row.jurisdiction,
      code: row.code,
      ratePpm: row.rate_ppm,
      currency: row.currency,
      netMinor: row.net_minor,
      taxMinor: row.tax_minor,
      invoices: row.invoices,
      corrects: row.corrects && quarterName(row.corrects),
    })),
  );
}
