import { index, route } from "@react-router/dev/routes";

/** The books: accounts, journals, and whether all of it adds up. */
export const consoleRoutes = [
  route("console/billing", "routes/billing-sales/section.tsx", { id: "billing-books" }, [
    route("books", "routes/billing-books/section.tsx", [
      index("routes/billing-books/accounts.tsx"),
      route("journals", "routes/billing-books/journals.tsx"),
      route("journals.csv", "routes/billing-books/journals-csv.ts"),
      route("journals/:journalId", "routes/billing-books/journal.tsx"),
      route("export", "routes/billing-books/export.ts"),
      route("checks", "routes/billing-books/checks.tsx"),
    ]),
  ]),
];
