import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { TaxPeriod, TaxReport } from "#modules/billing/contract/tax.ts";
import { findReportRows, movedDocuments } from "#modules/billing/queries/tax/report-rows.ts";
import { needsReview } from "#modules/billing/queries/tax/review-rows.ts";
import { type QuarterDays, quarterDays } from "#modules/billing/rules/tax/quarter.ts";

interface Recapitulative {
  taxId: string;
  currency: string;
  netMinor: number;
}

const findRecapitulative = (db: Db, quarter: QuarterDays, zone: string) =>
  rows<Recapitulative>(
    db,
    sql`WITH moved AS (${movedDocuments(quarter, zone)})
        SELECT coalesce(m.evidence #>> '{taxId,number}', '') AS "taxId", m.currency,
               sum(m.sign * t.net_minor)::bigint AS "netMinor"
        FROM moved m JOIN billing.invoice_tax t ON t.invoice_id = m.id AND t.code = 'AE'
        GROUP BY 1, 2 ORDER BY 1, 2`,
  );

/**
 * What is owed in tax for a quarter of the company's calendar: by return, jurisdiction, rate and currency, from invoices
 * and credit notes as they were issued. Amounts stay in their currency; returns convert by the rate their authority says.
 */
export const getTaxReport = defineQuery({
  name: "billing.get_tax_report",
  title: "See the tax of a quarter",
  http: "GET /billing/tax-reports/:year/:quarter",
  access: "billing:books",
  input: TaxPeriod,
  output: TaxReport,
  run: async ({ db, now, input, company }) => {
    const { zone } = await company();
    const quarter = quarterDays(input);
    const open = await firstRow<{ n: number }>(
      db,
      sql`SELECT count(*)::int AS n FROM billing.invoice i WHERE ${needsReview("contradictions")}
          AND i.issued_on >= ${quarter.startsOn} AND i.issued_on < ${quarter.endsOn}
          AND NOT EXISTS (SELECT FROM billing.tax_review r WHERE r.invoice_id = i.id)`,
    );
    return {
      period: input,
      ...quarter,
      isComplete: quarter.endsOn <= localDate(now, zone).toString(),
      rows: await findReportRows(db, quarter, zone),
      recapitulative: await findRecapitulative(db, quarter, zone),
      openReviews: open?.n ?? 0,
    };
  },
});
