import { index, route } from "@react-router/dev/routes";

/** Orders, subscriptions and invoices. */
export const consoleRoutes = [
  route("console/billing", "routes/billing-sales/section.tsx", [
    index("routes/billing-sales/index.ts"),
    route("orders", "routes/billing-sales/orders.tsx"),
    route("subscriptions", "routes/billing-sales/subscriptions.tsx"),
    route("subscriptions.csv", "routes/billing-sales/subscriptions-csv.ts"),
    route("subscriptions/:subscriptionId", "routes/billing-sales/subscription.tsx"),
    route("subscriptions/:subscriptionId/change", "routes/billing-sales/change.tsx"),
    route("invoices", "routes/billing-sales/invoices.tsx"),
    route("invoices.csv", "routes/billing-sales/invoices-csv.ts"),
    route("invoices/new", "routes/billing-sales/new-invoice.tsx"),
    route("invoices/:invoiceId", "routes/billing-sales/invoice.tsx"),
  ]),
];
