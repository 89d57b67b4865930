import type { z } from "zod";
import { ListProducts } from "#modules/billing/contract/catalogue.ts";
import { readTableQuery } from "#web/table/table-query.ts";

/** What the list of products was asked for; an old or mistyped address narrows nothing, rather than failing. */
export function catalogueQuery(url: string) {
  const query = readTableQuery(url, { filters: ["kind", "standing"] });
  const { kind, standing } = ListProducts.shape;
  const input: z.input<typeof ListProducts> = {
    text: query.q.slice(0, 120) || undefined,
    kind: kind.safeParse(query.filters.kind).data,
    standing: standing.safeParse(query.filters.standing).data,
    cursor: query.cursor ?? undefined,
  };
  return { query, input };
}
