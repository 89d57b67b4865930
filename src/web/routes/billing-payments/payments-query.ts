import type { z } from "zod";
import type { ListPayments } from "#modules/billing/contract/payments.ts";
import { readTableQuery } from "#web/table/table-query.ts";

type Filter = Pick<z.input<typeof ListPayments>, "text" | "provider" | "sort" | "direction">;

/** What the list of payments was asked for. */
export function readPaymentsQuery(url: string) {
  const query = readTableQuery(url, {
    sorts: ["received", "amount"],
    filters: ["provider"],
    defaultSort: "-received",
  });
  const filter: Filter = {
    text: query.q.slice(0, 120) || undefined,
    provider: query.filters["provider"]?.slice(0, 40),
    sort: query.sort === "amount" ? "amount" : "received",
    direction: query.direction,
  };
  return { query, filter };
}
