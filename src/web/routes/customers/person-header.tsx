import { usePermission } from "#web/shell/use-shell.ts";
import { Badge } from "#web/ui/badge.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import type { CustomerPerson } from "./person-detail.ts";

/** Who a person is, on each of their pages. */
export function PersonHeader({ person }: { person: CustomerPerson }) {
  const mayMerge = usePermission("people:merge");
  const base = `/console/customers/people/${person.personId}`;
  return (
    <>
      <PageHeader
        over={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            Person
            {person.isStaff && <Badge tone="accent">Works here</Badge>}
            {!person.isActive && <Badge tone="caution">Cannot sign in</Badge>}
          </span>
        }
        title={
          <span dir="auto" className="[overflow-wrap:anywhere]">
            {person.name}
          </span>
        }
        lead={person.emails[0]?.email}
      />
      {mayMerge && (
        <Tabs
          label="Person"
          tabs={[
            { label: "Overview", to: base },
            { label: "Merge", to: `${base}/merge` },
          ]}
        />
      )}
    </>
  );
}
