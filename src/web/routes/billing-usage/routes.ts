import { index, route } from "@react-router/dev/routes";

/** What customers use. */
export const consoleRoutes = [
  route("console/billing", "routes/billing-sales/section.tsx", { id: "billing-usage" }, [
    route("usage", "routes/billing-usage/section.tsx", [
      index("routes/billing-usage/list.tsx"),
      route(":accountId", "routes/billing-usage/account.tsx"),
      route(":accountId/events.csv", "routes/billing-usage/events-csv.ts"),
    ]),
    route("usage.csv", "routes/billing-usage/list-csv.ts"),
  ]),
];
