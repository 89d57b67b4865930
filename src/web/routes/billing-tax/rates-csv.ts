import type { TaxRateView } from "#modules/billing/contract/tax.ts";
import { pageContext } from "#web/context.ts";
import { type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/rates-csv.ts";
import { loadRates, readRatesQuery } from "./rates-query.ts";

const COLUMNS: readonly CsvColumn<TaxRateView>[] = [
  { header: "jurisdiction", value: (rate) => rate.jurisdiction },
  { header: "rate_percent", value: (rate) => rate.ratePpm / 10_000 },
  { header: "valid_from", value: (rate) => rate.validFrom },
  { header: "valid_until", value: (rate) => rate.validUntil },
  { header: "taxes_digital", value: (rate) => String(rate.taxesDigital) },
  { header: "taxes_services", value: (rate) => String(rate.taxesServices) },
  { header: "source", value: (rate) => rate.source },
];

/** The rates as the page shows them. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { query, all } = readRatesQuery(request.url);
  const items = await loadRates(context.get(pageContext).call, { q: query.q, all });
  return csvResponse("tax-rates.csv", COLUMNS, items);
}
