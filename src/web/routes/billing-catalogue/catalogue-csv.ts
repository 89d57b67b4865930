import type { z } from "zod";
import type { ProductPage } from "#modules/billing/contract/catalogue.ts";
import { pageContext } from "#web/context.ts";
import { allPages, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/catalogue-csv.ts";
import { catalogueQuery } from "./catalogue-query.ts";

/** The prices of the products the page shows, one a line; amounts in minor units. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { input } = catalogueQuery(request.url);
  const products = await allPages(async (cursor) => {
    const page = await call<z.output<typeof ProductPage>>("billing.list_products", {
      ...input,
      cursor,
      limit: 100,
    });
    return { rows: page.items, next: page.nextCursor };
  });
  const rows = products.flatMap((product) =>
    product.offers.flatMap((offer) => offer.prices.map((price) => ({ product, offer, ...price }))),
  );
  return csvResponse(
    "prices.csv",
    [
      { header: "product", value: (row) => row.product.key },
      { header: "offer", value: (row) => row.offer.key },
      { header: "offer_name", value: (row) => row.offer.name },
      { header: "kind", value: (row) => row.offer.kind },
      { header: "currency", value: (row) => row.terms.currency },
      { header: "scheme", value: (row) => row.terms.scheme },
      { header: "amount_minor", value: (row) => row.terms.amountMinor },
      { header: "tiers", value: (row) => (row.terms.tiers ? JSON.stringify(row.terms.tiers) : null) },
      { header: "package_size", value: (row) => row.terms.packageSize },
      { header: "cycle", value: (row) => row.terms.cycle },
      { header: "cycle_count", value: (row) => row.terms.cycleCount },
      { header: "instalments", value: (row) => row.terms.instalments },
      { header: "includes_tax", value: (row) => String(row.terms.includesTax) },
      { header: "sold_from_at", value: (row) => row.soldFromAt },
      { header: "sold_until_at", value: (row) => row.soldUntilAt },
      { header: "standing", value: (row) => row.standing },
      { header: "is_public", value: (row) => String(row.offer.isPublic) },
    ],
    rows,
  );
}
