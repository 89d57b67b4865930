import { Tabs } from "#web/ui/tabs.tsx";

const tabs = [
  { label: "Quarter", to: "/console/billing/taxes" },
  { label: "Doubtful", to: "/console/billing/taxes/reviews" },
  { label: "Registrations", to: "/console/billing/taxes/registrations" },
  { label: "Rates", to: "/console/billing/taxes/rates" },
  { label: "Tax ids", to: "/console/billing/taxes/tax-ids" },
];

/** The views of tax. */
export const TaxTabs = () => <Tabs label="Tax" tabs={tabs} />;
