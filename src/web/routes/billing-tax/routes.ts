import { index, route } from "@react-router/dev/routes";

/** Where tax is due, at which rate, and what is owed. */
export const consoleRoutes = [
  route("console/billing", "routes/billing-sales/section.tsx", { id: "billing-tax" }, [
    route("taxes", "routes/billing-tax/section.tsx", [
      index("routes/billing-tax/report.tsx"),
      route("report.csv", "routes/billing-tax/report-csv.ts"),
      route("registrations", "routes/billing-tax/registrations.tsx"),
      route("rates", "routes/billing-tax/rates.tsx"),
      route("rates.csv", "routes/billing-tax/rates-csv.ts"),
      route("tax-ids", "routes/billing-tax/tax-ids.tsx"),
      route("reviews", "routes/billing-tax/reviews.tsx"),
    ]),
  ]),
];
