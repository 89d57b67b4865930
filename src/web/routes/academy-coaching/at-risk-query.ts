import { RiskReason } from "#modules/academy/contract/coaching.ts";
import { readTableQuery } from "#web/table/table-query.ts";

/** What the address asks of the list, for the page and its CSV. */
export function readAtRiskQuery(url: string) {
  const query = readTableQuery(url, { filters: ["reason"] });
  const search = new URL(url, "http://page.invalid").searchParams;
  return {
    query,
    filter: {
      text: query.q.slice(0, 120),
      reason: RiskReason.safeParse(search.get("reason")).data,
    },
  };
}
