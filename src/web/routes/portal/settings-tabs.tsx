import { Tabs } from "#web/ui/tabs.tsx";
import { usePortal } from "./use-portal.ts";

/** What a customer can set: of themselves, and of the account where they may. */
export function SettingsTabs() {
  const { account, path } = usePortal();
  const tabs = [
    { label: "Profile", to: path("/account/profile") },
    { label: "E-mail addresses", to: path("/account/emails") },
    ...(account?.canEdit ? [{ label: "Billing details", to: path("/account/billing") }] : []),
    { label: "Security", to: path("/account/security") },
    { label: "Your data", to: path("/account/privacy") },
  ];
  return <Tabs label="Settings" tabs={tabs} />;
}
