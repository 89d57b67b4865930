import { readTableQuery } from "#web/table/table-query.ts";

/** What the address asks of the rates, for the page and its CSV. */
export function readRatesQuery(url: string) {
  const query = readTableQuery(url, { filters: ["show"] });
  return { query, input: { text: query.q.slice(0, 10), all: query.filters.show === "all" } };
}
