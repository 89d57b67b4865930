import { Tabs } from "#web/ui/tabs.tsx";

/** The views of the books. */
export const BooksTabs = () => (
  <Tabs
    label="Books"
    tabs={[
      { label: "Accounts", to: "/console/billing/books" },
      { label: "Journals", to: "/console/billing/books/journals" },
      { label: "Checks", to: "/console/billing/books/checks" },
    ]}
  />
);
