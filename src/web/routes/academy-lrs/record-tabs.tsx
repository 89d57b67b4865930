import { usePermission } from "#web/shell/use-shell.ts";
import { Tabs } from "#web/ui/tabs.tsx";

const tabs = [
  { label: "Statements", to: "/console/academy/records" },
  { label: "Programs", to: "/console/academy/records/clients" },
];

/** Statements, and beside them the programs that send and read them, for those who may see these. */
export function RecordTabs() {
  return usePermission("academy:admin") ? <Tabs label="Learning records" tabs={tabs} /> : null;
}
