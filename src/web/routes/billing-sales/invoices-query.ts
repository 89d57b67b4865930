import { z } from "zod";
import { readTableQuery } from "#web/table/table-query.ts";

const Status = z.enum(["open", "overdue", "paid", "void", "uncollectible"]);
const Kind = z.enum(["invoice", "credit_note"]);
const Sort = z.enum(["issued", "due", "total"]);

/** What the address asks of the list of invoices, for the page and its CSV. */
export function readInvoicesQuery(url: string) {
  const query = readTableQuery(url, {
    sorts: Sort.options,
    filters: ["status", "kind", "account"],
    defaultSort: "-issued",
  });
  return {
    query,
    filter: {
      text: query.q || undefined,
      status: Status.safeParse(query.filters.status).data,
      kind: Kind.safeParse(query.filters.kind).data,
      accountId: query.filters.account || undefined,
      sort: Sort.safeParse(query.sort).data,
      direction: query.direction,
    },
  };
}
