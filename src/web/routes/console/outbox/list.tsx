import type { z } from "zod";
import { MailStatus, type MailSummary } from "#modules/platform/contract.ts";
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
import { mailStates } from "./mail-states.ts";

type Mail = z.output<typeof MailSummary>;

export const handle: RouteHandle = { crumb: "Outbox" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url, { filters: ["status"] });
  const page = await context
    .get(pageContext)
    .call<{ items: Mail[]; nextCursor: string | null }>("platform.list_mail", {
      text: query.q || undefined,
      status: MailStatus.safeParse(query.filters.status).data,
      cursor: query.cursor ?? undefined,
    });
  return { query, ...page };
}

const columns: readonly Column<Mail>[] = [
  {
    key: "subject",
    header: "Subject",
    grow: true,
    cell: ({ mailId, subject }) => <NameLink to={`/console/outbox/${mailId}`}>{subject}</NameLink>,
  },
  { key: "to", header: "To", cell: ({ to, toName }) => <span dir="auto">{toName || to}</span> },
  {
    key: "status",
    header: "State",
    cell: ({ status }) => <Badge tone={mailStates[status].tone}>{mailStates[status].word}</Badge>,
  },
  {
    key: "attachments",
    header: "Files",
    align: "end",
    hiddenOnPhone: true,
    cell: ({ attachmentCount }) => (attachmentCount === 0 ? null : attachmentCount),
  },
  { key: "created", header: "Written", cell: ({ createdAt }) => <Moment at={createdAt} ago /> },
];

const filters: readonly Filter[] = [
  {
    name: "status",
    label: "State",
    options: Object.entries(mailStates).map(([value, { word }]) => ({ value, label: word })),
  },
];

export default function Outbox({ loaderData: { query, items, nextCursor } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Outbox"
        lead="Every mail the house wrote in the last 90 days. Without a mail server they are held here to read."
      />
      <DataTable
        caption="Mails"
        columns={columns}
        rows={items}
        rowKey={({ mailId }) => mailId}
        query={query}
        search="Subject or address"
        filters={filters}
        page={{ next: nextCursor }}
        noun={["mail", "mails"]}
        empty={
          <EmptyState
            icon="mail"
            title="No mail yet"
            text="Sign-in links, invitations and notices appear here first."
          />
        }
      />
    </>
  );
}
