import { layout, route } from "@react-router/dev/routes";

const settings = (name: string) =>
  route(`account/${name}`, `routes/account/${name}.tsx`, { id: `portal-${name}` });

/** A customer's own pages: what they have, owe and use, and who belongs to the account. */
export const openRoutes = [
  layout("routes/portal/portal-shell.tsx", { id: "portal" }, [
    layout("routes/portal/portal-boundary.tsx", [
      route("account", "routes/portal/overview.tsx"),
      route("account/plans/:subscriptionId", "routes/portal/plan.tsx"),
      route("account/plans/:subscriptionId/change", "routes/portal/change.tsx"),
      route("account/invoices", "routes/portal/invoices.tsx"),
      route("account/invoices/:invoiceId", "routes/portal/invoice.tsx"),
      route("account/payments/:attemptId", "routes/portal/payment.tsx"),
      route("account/payment-methods", "routes/portal/payment-methods.tsx"),
      route("account/payment-methods/:setupId", "routes/portal/method-setup.tsx"),
      route("account/usage", "routes/portal/usage.tsx"),
      route("account/members", "routes/portal/members.tsx"),
      route("account/courses", "routes/portal/courses.tsx"),
      route("account/billing", "routes/portal/billing-details.tsx"),
      route("account/emails", "routes/portal/emails.tsx"),
      route("account/privacy", "routes/portal/privacy.tsx"),
      settings("profile"),
      settings("security"),
      settings("authenticator"),
      settings("recovery-codes"),
    ]),
  ]),
  route("account/invoices/:invoiceId/pdf", "routes/portal/invoice-pdf.ts"),
  route("account/data.json", "routes/account/data-export.ts", { id: "portal-data" }),
];
