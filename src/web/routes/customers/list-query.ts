import type { z } from "zod";
import { AccountKind } from "#modules/people/contract/account.ts";
import { type AccountPage, type AccountSummary, Standing } from "#modules/people/contract/lists.ts";
import { Country } from "#modules/people/contract/words.ts";
import { readTableQuery } from "#web/table/table-query.ts";

export type CustomerPage = z.output<typeof AccountPage>;
/** A row with its country's name, written where the page is loaded: browsers name some countries otherwise. */
export type Customer = z.output<typeof AccountSummary> & { countryName: string | null };

/** What the address asks of the list of customers, for the page and its CSV. */
export function readCustomersQuery(url: string) {
  const query = readTableQuery(url, {
    sorts: ["name", "createdAt"],
    filters: ["kind", "country", "standing"],
    defaultSort: "-createdAt",
  });
  const { kind, country, standing } = query.filters;
  return {
    query,
    input: {
      text: query.q || undefined,
      kind: AccountKind.safeParse(kind).data,
      country: Country.safeParse(country).data,
      standing: Standing.safeParse(standing).data,
      sort: `${query.direction === "desc" ? "-" : ""}${query.sort ?? "createdAt"}`,
    },
  };
}
