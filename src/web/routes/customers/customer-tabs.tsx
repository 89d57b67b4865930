import { usePermission } from "#web/shell/use-shell.ts";
import { Tabs } from "#web/ui/tabs.tsx";

/** The sides of one customer. */
export function CustomerTabs({ accountId }: { accountId: string }) {
  const mayMerge = usePermission("people:merge");
  const base = `/console/customers/${accountId}`;
  return (
    <Tabs
      label="Customer"
      tabs={[
        { label: "Overview", to: base },
        { label: "Members", to: `${base}/members` },
        ...(mayMerge ? [{ label: "Merge", to: `${base}/merge` }] : []),
      ]}
    />
  );
}
