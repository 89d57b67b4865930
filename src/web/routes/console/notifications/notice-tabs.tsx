import { Tabs } from "#web/ui/tabs.tsx";

/** What came, and how it comes. */
export function NoticeTabs() {
  return (
    <Tabs
      label="Notifications"
      tabs={[
        { label: "Notices", to: "/console/notifications" },
        { label: "How they reach you", to: "/console/notifications/preferences" },
      ]}
    />
  );
}
