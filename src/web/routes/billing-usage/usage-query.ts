import { z } from "zod";
import { Meter } from "#modules/billing/contract/usage.ts";
import { readTableQuery } from "#web/table/table-query.ts";

const Standing = z.enum(["near", "over"]);

/** What the address asks of the list of usage, for the page and its CSV. */
export function readUsageQuery(url: string) {
  const query = readTableQuery(url, { filters: ["standing"] });
  const filter = { text: query.q || undefined, standing: Standing.safeParse(query.filters.standing).data };
  return { query, filter };
}

/** Which events of an account the address asks for. */
export function readEventsQuery(url: string) {
  const query = readTableQuery(url, { filters: ["meter", "period"] });
  const filter = {
    meter: Meter.safeParse(query.filters.meter).data,
    periodStartsOn: z.iso.date().safeParse(query.filters.period).data,
  };
  return { query, filter };
}
