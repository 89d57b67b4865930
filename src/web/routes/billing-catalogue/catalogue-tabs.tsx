import { Tabs } from "#web/ui/tabs.tsx";

const TABS = [
  { label: "Products", to: "/console/billing/catalogue" },
  { label: "Coupons", to: "/console/billing/coupons" },
  { label: "Conditions of sale", to: "/console/billing/terms" },
];

/** The three lists of what is sold and how. */
export function CatalogueTabs() {
  return <Tabs label="Catalogue" tabs={TABS} />;
}
