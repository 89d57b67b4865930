import { index, route } from "@react-router/dev/routes";

/** Who sends customers, and what they are paid. */
export const consoleRoutes = [
  route("console/billing", "routes/billing-sales/section.tsx", { id: "billing-partners" }, [
    route("partners", "routes/billing-partners/section.tsx", [
      index("routes/billing-partners/list.tsx"),
      route("new", "routes/billing-partners/new.tsx"),
      route("statements/:statementId", "routes/billing-partners/statement.tsx"),
      route("statements/:statementId/lines.csv", "routes/billing-partners/statement-csv.ts"),
      route(":partnerId", "routes/billing-partners/partner.tsx"),
      route(":partnerId/edit", "routes/billing-partners/edit.tsx"),
      route(":partnerId/commissions.csv", "routes/billing-partners/commissions-csv.ts"),
    ]),
  ]),
];
