import { usePermission } from "#web/shell/use-shell.ts";
import { Tabs } from "#web/ui/tabs.tsx";

/** The sides of one customer. */
export function CustomerTabs({ accountId }: { accountId: string }) {
  const mayReadBilling = usePermission("billing:read");
  const mayMerge = usePermission("people:merge");
  const base = `/console/customers/${accountId}`;
  return (
    <Tabs
      label="Customer"
      tabs={[
        { label: "Overview", to: base },
        { label: "Members", to: `${base}/members` },
        ...(mayReadBilling ? [{ label: "Access", to: `${base}/access` }] : []),
        ...(mayMerge ? [{ label: "Merge", to: `${base}/merge` }] : []),
      ]}
    />
  );
}
