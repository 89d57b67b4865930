import { Tabs } from "#web/ui/tabs.tsx";

/** The two sides of proof: what has to be shown, and what was brought. */
export function EvidenceTabs() {
  return (
    <Tabs
      label="Evidence"
      tabs={[
        { label: "Deliverables", to: "/console/plan/evidence" },
        { label: "Brought by people", to: "/console/plan/evidence/brought" },
      ]}
    />
  );
}
