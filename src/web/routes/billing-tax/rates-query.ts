import type { TaxRateView } from "#modules/billing/contract/tax.ts";
import type { Call } from "#web/context.ts";
import { readTableQuery, type TableQuery } from "#web/table/table-query.ts";
import { placeName } from "./words.ts";

/** What the address asks of the rates, for the page and its CSV. */
export function readRatesQuery(url: string): { query: TableQuery; all: boolean } {
  const all = new URL(url, "http://page.invalid").searchParams.get("show") === "all";
  return { query: readTableQuery(url), all };
}

/** The rates by the name of their place; `q` is part of a name or the beginning of a code. */
export async function loadRates(call: Call, { q, all }: { q: string; all: boolean }): Promise<TaxRateView[]> {
  const { items } = await call<{ items: TaxRateView[] }>("billing.list_tax_rates", { all });
  const words = q.toLowerCase();
  const found = items.map((rate) => ({ rate, name: placeName(rate.jurisdiction) }));
  return found
    .filter(({ rate, name }) => {
      const isCode = rate.jurisdiction.toLowerCase().startsWith(words);
      return isCode || name.toLowerCase().includes(words);
    })
    .toSorted(
      (a, b) => a.name.localeCompare(b.name, "en") || a.rate.validFrom.localeCompare(b.rate.validFrom),
    )
    .map(({ rate }) => rate);
}
