import { z } from "zod";
import { readTableQuery } from "#web/table/table-query.ts";

const day = (text: string | undefined) => z.iso.date().safeParse(text).data;

/** What the address asks of the journals. Days are the first and the last that are shown. */
export function readJournalsQuery(url: string) {
  const query = readTableQuery(url, { filters: ["account", "kind", "customer", "from", "to"] });
  const { account, kind, customer, from, to } = query.filters;
  const last = day(to);
  const filter = {
    text: query.q.slice(0, 120) || undefined,
    account: account?.slice(0, 60),
    kind: kind?.slice(0, 60),
    accountId: z.uuid().safeParse(customer).data,
    fromOn: day(from),
    untilOn: last && Temporal.PlainDate.from(last).add({ days: 1 }).toString(),
  };
  return { query, filter, days: { from: day(from), to: last } };
}
