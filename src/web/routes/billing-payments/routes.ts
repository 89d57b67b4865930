import { index, route } from "@react-router/dev/routes";

/** Money that came, bank lines to match, statements, and what providers told. */
export const consoleRoutes = [
  route("console/billing", "routes/billing-sales/section.tsx", { id: "billing-payments" }, [
    route("payments", "routes/billing-payments/section.tsx", [
      index("routes/billing-payments/payments.tsx"),
      route("to-match", "routes/billing-payments/to-match.tsx"),
      route("lines/:bankLineId", "routes/billing-payments/bank-line.tsx"),
      route("statements", "routes/billing-payments/statements.tsx"),
      route("statements/new", "routes/billing-payments/import.tsx"),
      route("statements/drafts/:draftId", "routes/billing-payments/import-preview.tsx"),
      route("providers", "routes/billing-payments/providers.tsx"),
      route(":paymentId", "routes/billing-payments/payment.tsx"),
    ]),
    route("payments.csv", "routes/billing-payments/payments-csv.ts"),
  ]),
];
