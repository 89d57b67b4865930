import { useLocation } from "react-router";
import { SettingsTabs } from "#web/routes/portal/settings-tabs.tsx";
import { Tabs } from "#web/ui/tabs.tsx";

const tabs = [
  { label: "Profile", to: "/console/profile" },
  { label: "Security", to: "/console/profile/security" },
];

/** The sides of one's own account: two in the console, more for customers. */
export function AccountTabs() {
  const { pathname } = useLocation();
  return pathname.startsWith("/console") ? <Tabs label="Your account" tabs={tabs} /> : <SettingsTabs />;
}
