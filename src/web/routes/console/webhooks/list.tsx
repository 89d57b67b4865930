import type { z } from "zod";
import type { WebhookEndpoint } from "#modules/platform/contract.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/list.ts";
import { WebhookStanding } from "./standing.tsx";

type Webhook = z.output<typeof WebhookEndpoint>;

export const handle: RouteHandle = {
  crumb: "Webhooks",
  notices: { removed: "The webhook is removed. What it was sent stays on record." },
};

export async function loader({ context }: Route.LoaderArgs) {
  return context.get(pageContext).call<{ items: Webhook[] }>("platform.list_webhooks");
}

function Address({ webhook }: { webhook: Webhook }) {
  return (
    <div className="min-w-0">
      <NameLink to={`/console/webhooks/${webhook.endpointId}`} className="[overflow-wrap:anywhere]">
        {webhook.description || webhook.url}
      </NameLink>
      {webhook.description && (
        <span className="block text-13 [overflow-wrap:anywhere] text-muted">{webhook.url}</span>
      )}
    </div>
  );
}

const columns: readonly Column<Webhook>[] = [
  { key: "url", header: "Receiver", grow: true, cell: (webhook) => <Address webhook={webhook} /> },
  {
    key: "events",
    header: "Hears",
    cell: ({ events }) => (events.includes("*") ? "All events" : countOf(events.length, "event")),
  },
  { key: "standing", header: "Standing", cell: (webhook) => <WebhookStanding webhook={webhook} /> },
  {
    key: "created",
    header: "Added",
    hiddenOnPhone: true,
    cell: ({ createdAt }) => <Moment at={createdAt} ago />,
  },
];

export default function Webhooks({ loaderData: { items } }: Route.ComponentProps) {
  const add = (
    <LinkButton look="primary" icon="plus" to="/console/webhooks/new">
      Add a webhook
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Webhooks"
        lead="Other systems that are told when something happens here. Every message is signed and tried for 3 days."
        actions={add}
      />
      <DataTable
        caption="Webhooks"
        columns={columns}
        rows={items}
        rowKey={({ endpointId }) => endpointId}
        noun={["webhook", "webhooks"]}
        empty={
          <EmptyState
            icon="webhook"
            title="No webhooks yet"
            text="Add the address of a receiver, and choose which events it hears."
            action={add}
          />
        }
      />
    </>
  );
}
