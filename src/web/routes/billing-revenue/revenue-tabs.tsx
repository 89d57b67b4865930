import { Tabs } from "#web/ui/tabs.tsx";

/** The views of recurring revenue. */
export const RevenueTabs = () => (
  <Tabs
    label="Revenue"
    tabs={[
      { label: "Overview", to: "/console/billing/revenue" },
      { label: "Retention", to: "/console/billing/revenue/retention" },
      { label: "Movements", to: "/console/billing/revenue/movements" },
      { label: "Exchange rates", to: "/console/billing/revenue/exchange-rates" },
    ]}
  />
);
