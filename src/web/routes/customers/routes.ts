import { index, route } from "@react-router/dev/routes";

/** Customers: their accounts, the people behind them, imports, what they agreed to. */
export const consoleRoutes = [
  route("console/customers", "routes/customers/section.tsx", [
    index("routes/customers/list.tsx"),
    route("new", "routes/customers/new.tsx"),
    route("imports", "routes/customers/imports-section.tsx", [
      index("routes/customers/imports.tsx"),
      route(":importId", "routes/customers/import.tsx"),
    ]),
    route("consents", "routes/customers/consents.tsx"),
    route("erasure-requests", "routes/customers/erasure-requests.tsx"),
    route("people/:personId", "routes/customers/person-section.tsx", [
      index("routes/customers/person.tsx"),
      route("merge", "routes/customers/merge-people.tsx"),
    ]),
    route(":accountId", "routes/customers/customer-section.tsx", [
      index("routes/customers/customer.tsx"),
      route("members", "routes/customers/members.tsx"),
      route("access", "routes/customers/access.tsx"),
      route("edit", "routes/customers/edit.tsx"),
      route("merge", "routes/customers/merge-accounts.tsx"),
    ]),
  ]),
  route("console/customers.csv", "routes/customers/customers-csv.ts"),
];
