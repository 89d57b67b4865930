import { index, route } from "@react-router/dev/routes";

/** Recurring revenue: what it is, how it moves, how much of it stays. */
export const consoleRoutes = [
  route("console/billing", "routes/billing-sales/section.tsx", { id: "billing-revenue" }, [
    route("revenue", "routes/billing-revenue/section.tsx", [
      index("routes/billing-revenue/overview.tsx"),
      route("months.csv", "routes/billing-revenue/months-csv.ts"),
      route("retention", "routes/billing-revenue/retention.tsx"),
      route("movements", "routes/billing-revenue/movements.tsx"),
      route("movements.csv", "routes/billing-revenue/movements-csv.ts"),
      route("exchange-rates", "routes/billing-revenue/rates.tsx"),
    ]),
  ]),
];
