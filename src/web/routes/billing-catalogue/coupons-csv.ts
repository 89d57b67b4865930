import type { z } from "zod";
import type { CouponPage } from "#modules/billing/contract/coupons.ts";
import { pageContext } from "#web/context.ts";
import { allPages, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/coupons-csv.ts";
import { couponsQuery } from "./coupons-query.ts";

/** The coupons as the page's search and filters show them; amounts in minor units, percentages in parts per million. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { input } = couponsQuery(request.url);
  const rows = await allPages(async (cursor) => {
    const page = await call<z.output<typeof CouponPage>>("billing.list_coupons", {
      ...input,
      cursor,
      limit: 200,
    });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse(
    "coupons.csv",
    [
      { header: "code", value: (row) => row.code },
      { header: "name", value: (row) => row.name },
      { header: "percent_ppm", value: (row) => row.percentPpm },
      { header: "amount_minor", value: (row) => row.amountMinor },
      { header: "currency", value: (row) => row.currency },
      { header: "duration", value: (row) => row.duration },
      { header: "months", value: (row) => row.months },
      { header: "offers", value: (row) => row.offers?.map(({ name }) => name).join("; ") ?? null },
      { header: "redeemed", value: (row) => row.redeemed },
      { header: "max_redemptions", value: (row) => row.maxRedemptions },
      { header: "once_per_account", value: (row) => String(row.oncePerAccount) },
      { header: "starts_at", value: (row) => row.startsAt },
      { header: "ends_at", value: (row) => row.endsAt },
      { header: "archived_at", value: (row) => row.archivedAt },
      { header: "standing", value: (row) => row.standing },
    ],
    rows,
  );
}
