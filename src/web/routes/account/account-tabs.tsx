import { Tabs } from "#web/ui/tabs.tsx";

const tabs = [
  { label: "Profile", to: "/console/profile" },
  { label: "Security", to: "/console/profile/security" },
];

/** The two sides of one's own account. */
export function AccountTabs() {
  return <Tabs label="Your account" tabs={tabs} />;
}
