import { index, route } from "@react-router/dev/routes";

/** Invoices nobody paid in time. */
export const consoleRoutes = [
  route("console/billing", "routes/billing-sales/section.tsx", { id: "billing-dunning" }, [
    route("dunning", "routes/billing-dunning/section.tsx", [
      index("routes/billing-dunning/list.tsx"),
      route("schedule", "routes/billing-dunning/schedule.tsx"),
      route(":invoiceId", "routes/billing-dunning/late.tsx"),
    ]),
    route("dunning.csv", "routes/billing-dunning/list-csv.ts"),
  ]),
];
