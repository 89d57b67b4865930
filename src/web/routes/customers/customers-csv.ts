import { pageContext } from "#web/context.ts";
import { allPages, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/customers-csv.ts";
import { type CustomerPage, readCustomersQuery } from "./list-query.ts";

const PAGE = 500;

/** Customers as the page's search and filters show them; the same file can be imported again. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { input } = readCustomersQuery(request.url);
  const rows = await allPages(async (cursor) => {
    const page = await call<CustomerPage>("people.list_accounts", { ...input, cursor, limit: PAGE });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse(
    "customers.csv",
    [
      { header: "external_id", value: (row) => row.externalId },
      { header: "kind", value: (row) => row.kind },
      { header: "name", value: (row) => row.name },
      { header: "email", value: (row) => row.email },
      { header: "tax_id", value: (row) => row.taxId },
      { header: "country", value: (row) => row.country },
      { header: "region", value: (row) => row.region },
      { header: "postcode", value: (row) => row.postcode },
      { header: "city", value: (row) => row.city },
      { header: "line1", value: (row) => row.line1 },
      { header: "line2", value: (row) => row.line2 },
      { header: "currency", value: (row) => row.currency },
      { header: "locale", value: (row) => row.locale },
      { header: "zone", value: (row) => row.zone },
      { header: "standing", value: (row) => row.standing },
      { header: "customer_since", value: (row) => row.customerSince },
      { header: "members", value: (row) => row.members },
      { header: "opened_at", value: (row) => row.createdAt },
    ],
    rows,
  );
}
