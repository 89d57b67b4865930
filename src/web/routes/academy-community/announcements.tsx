import type { z } from "zod";
import {
  type Announcement,
  type AnnouncementPage,
  AnnouncementStatus,
} from "#modules/academy/contract/announcements.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { State } from "#web/ui/state.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/announcements.ts";
import { ANNOUNCEMENT_STATES } from "./announcement-states.ts";
import { CommunityTabs } from "./community-tabs.tsx";

type Row = z.output<typeof Announcement>;

export const handle: RouteHandle = { crumb: "Announcements" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url, { filters: ["status"] });
  const page = await context
    .get(pageContext)
    .call<z.output<typeof AnnouncementPage>>("academy.list_announcements", {
      status: AnnouncementStatus.safeParse(query.filters["status"]).data,
      q: query.q || undefined,
      cursor: query.cursor ?? undefined,
    });
  return { query, ...page };
}

const columns: readonly Column<Row>[] = [
  {
    key: "title",
    header: "Announcement",
    grow: true,
    cell: (row) => (
      <NameLink to={`/console/academy/community/announcements/${row.announcementId}`}>
        <span dir="auto">{row.title}</span>
      </NameLink>
    ),
  },
  {
    key: "to",
    header: "For",
    grow: true,
    cell: (row) => (
      <span dir="auto">
        {row.courseTitle}
        {row.cohortTitle && <span className="block text-13 text-muted">{row.cohortTitle}</span>}
      </span>
    ),
  },
  {
    key: "status",
    header: "Standing",
    cell: (row) => (
      <State kind={ANNOUNCEMENT_STATES[row.status][0]}>{ANNOUNCEMENT_STATES[row.status][1]}</State>
    ),
  },
  { key: "mail", header: "By mail", hiddenOnPhone: true, cell: (row) => (row.byMail ? "Yes" : "No") },
  { key: "at", header: "Goes out", cell: (row) => <Moment at={row.publishedAt ?? row.publishAt} ago /> },
];

const OPTIONS = Object.entries(ANNOUNCEMENT_STATES).map(([value, [, label]]) => ({ value, label }));

export default function Announcements({ loaderData: { query, items, nextCursor } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Announcements"
        lead="News for students of a course or cohort."
        actions={
          <LinkButton look="primary" icon="plus" to="/console/academy/community/announcements/new">
            Announce something
          </LinkButton>
        }
      />
      <CommunityTabs />
      <DataTable
        caption="Announcements"
        columns={columns}
        rows={items}
        rowKey={(row) => row.announcementId}
        query={query}
        search="Title"
        filters={[{ name: "status", label: "Standing", options: OPTIONS }]}
        page={{ next: nextCursor }}
        noun={["announcement", "announcements"]}
        empty={
          <EmptyState title="Nothing announced yet" text="Students read it with the course and by mail." />
        }
      />
    </>
  );
}
