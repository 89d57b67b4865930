import type { z } from "zod";
import { type Proposal, ProposalStatus } from "#modules/platform/contract.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Badge } from "#web/ui/badge.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/list.ts";
import { proposalStates } from "./proposal-states.ts";

type Item = z.output<typeof Proposal>;

export const handle: RouteHandle = {
  crumb: "Proposals",
  notices: { approved: "It is done.", rejected: "The proposal is rejected. Nothing of it was done." },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url, { filters: ["status"] });
  const page = await context
    .get(pageContext)
    .call<{ items: Item[]; nextCursor: string | null }>("platform.list_proposals", {
      status: ProposalStatus.safeParse(query.filters.status).data,
      cursor: query.cursor ?? undefined,
    });
  return { query, ...page };
}

const columns: readonly Column<Item>[] = [
  {
    key: "title",
    header: "What",
    grow: true,
    cell: ({ proposalId, title }) => <NameLink to={`/console/proposals/${proposalId}`}>{title}</NameLink>,
  },
  {
    key: "by",
    header: "Agent of",
    cell: ({ proposedByName }) => <span dir="auto">{proposedByName ?? "A person who is gone"}</span>,
  },
  {
    key: "status",
    header: "State",
    cell: ({ status }) => <Badge tone={proposalStates[status].tone}>{proposalStates[status].word}</Badge>,
  },
  { key: "at", header: "Proposed", cell: ({ proposedAt }) => <Moment at={proposedAt} ago /> },
];

const filters: readonly Filter[] = [
  {
    name: "status",
    label: "State",
    options: Object.entries(proposalStates).map(([value, { word }]) => ({ value, label: word })),
  },
];

export default function Proposals({ loaderData: { query, items, nextCursor } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Proposals" lead="What agents asked to do and may not finish alone. You decide." />
      <DataTable
        caption="Proposals"
        columns={columns}
        rows={items}
        rowKey={({ proposalId }) => proposalId}
        query={query}
        filters={filters}
        page={{ next: nextCursor }}
        noun={["proposal", "proposals"]}
        empty={
          <EmptyState
            icon="bot"
            title="No proposals yet"
            text="When an agent wants something that cannot be undone, it waits here for a person."
          />
        }
      />
    </>
  );
}
