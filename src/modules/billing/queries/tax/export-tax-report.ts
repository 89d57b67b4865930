import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { majorText } from "#kernel/money.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { TaxPeriod } from "#modules/billing/contract/tax.ts";
import { findReportRows } from "#modules/billing/queries/tax/report-rows.ts";
import { quarterDays } from "#modules/billing/rules/tax/quarter.ts";

const PPM_PER_PERCENT = 10_000;
const COLUMNS = "return jurisdiction code rate_percent currency net tax documents corrects".split(" ");

/** The tax of a quarter as CSV: one line per return, jurisdiction, rate and currency; amounts in major units. */
export const exportTaxReport = defineQuery({
  name: "billing.export_tax_report",
  title: "Export the tax of a quarter as CSV",
  http: "GET /billing/tax-reports/:year/:quarter/csv",
  access: "billing:books",
  input: TaxPeriod,
  output: z.object({ csv: z.string() }),
  run: async ({ db, input, company }) => {
    const found = await findReportRows(db, quarterDays(input), (await company()).zone);
    const lines = found.map((row) => ({
      return: row.return,
      jurisdiction: row.jurisdiction,
      code: row.code,
      rate_percent: row.ratePpm / PPM_PER_PERCENT,
      currency: row.currency,
      net: majorText(row.netMinor, row.currency),
      tax: majorText(row.taxMinor, row.currency),
      documents: row.invoices,
      corrects: row.corrects ?? "",
    }));
    return { csv: stringify(lines, { header: true, columns: COLUMNS, record_delimiter: "windows" }) };
  },
});
