import { Tabs } from "#web/ui/tabs.tsx";

/** The three views of background work. */
export function JobTabs() {
  return (
    <Tabs
      label="Background work"
      tabs={[
        { label: "Kinds of work", to: "/console/jobs" },
        { label: "Failed", to: "/console/jobs/failed" },
        { label: "Unhandled events", to: "/console/jobs/unhandled" },
      ]}
    />
  );
}
