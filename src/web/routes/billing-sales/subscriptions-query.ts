import { SubscriptionStatus } from "#modules/billing/contract/subscriptions.ts";
import { readTableQuery } from "#web/table/table-query.ts";

/** What the address asks of the list of subscriptions, for the page and its CSV. */
export function readSubscriptionsQuery(url: string) {
  const query = readTableQuery(url, { filters: ["status", "account"] });
  return {
    query,
    filter: {
      text: query.q || undefined,
      status: SubscriptionStatus.safeParse(query.filters.status).data,
      accountId: query.filters.account || undefined,
    },
  };
}
