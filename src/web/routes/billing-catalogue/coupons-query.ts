import type { z } from "zod";
import { ListCoupons } from "#modules/billing/contract/coupons.ts";
import { readTableQuery } from "#web/table/table-query.ts";

/** What the list of coupons was asked for; an old or mistyped address narrows nothing, rather than failing. */
export function couponsQuery(url: string) {
  const query = readTableQuery(url, { filters: ["standing"] });
  const input: z.input<typeof ListCoupons> = {
    text: query.q.slice(0, 120) || undefined,
    standing: ListCoupons.shape.standing.safeParse(query.filters.standing).data,
    cursor: query.cursor ?? undefined,
  };
  return { query, input };
}
