import type { z } from "zod";
import type { LrsClientList, LrsClientSummary } from "#modules/academy/contract/lrs.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { CopyField } from "#web/ui/copy-field.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/clients.ts";
import { RecordTabs } from "./record-tabs.tsx";
import { scopesInWords } from "./scope-words.ts";

type Client = z.output<typeof LrsClientSummary>;

export const handle: RouteHandle = {
  notices: { revoked: "The program is revoked. It is refused from now on; what it sent stays." },
};

export async function loader({ context }: Route.LoaderArgs) {
  return context.get(pageContext).call<z.output<typeof LrsClientList>>("academy.list_lrs_clients");
}

const columns: readonly Column<Client>[] = [
  {
    key: "name",
    header: "Name",
    cell: (client) => (
      <NameLink to={`/console/academy/records/clients/${client.clientId}`}>
        <span dir="auto">{client.name}</span>
      </NameLink>
    ),
  },
  { key: "scopes", header: "May do", grow: true, cell: (client) => scopesInWords(client.scopes) },
  {
    key: "status",
    header: "Standing",
    cell: ({ revokedAt }) => (revokedAt ? <Badge>Revoked</Badge> : <Badge tone="positive">Active</Badge>),
  },
  {
    key: "used",
    header: "Last used",
    cell: ({ usedAt }) => (usedAt ? <Moment at={usedAt} ago /> : <span className="text-muted">Never</span>),
  },
];

export default function Clients({ loaderData: { endpoint, items } }: Route.ComponentProps) {
  const add = (
    <LinkButton look="primary" icon="plus" to="/console/academy/records/clients/new">
      Add a program
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Programs"
        lead="Authoring tools, apps and reporting systems that keep or read learning records, each with a key of its own."
        actions={add}
      />
      <RecordTabs />
      <DataTable
        caption="Programs"
        columns={columns}
        rows={items}
        rowKey={(client) => client.clientId}
        noun={["program", "programs"]}
        empty={
          <EmptyState
            icon="key-round"
            title="No programs yet"
            text="Course packages played here need none: they get a key for each start by themselves."
            action={add}
          />
        }
      />
      <div className="mt-6 max-w-form">
        <CopyField label="Endpoint" value={endpoint} hint="The same for every program." />
      </div>
    </>
  );
}
