import type { z } from "zod";
import type { ModeratedItem, ModeratedPage } from "#modules/academy/contract/moderation.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { State } from "#web/ui/state.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/posts.ts";
import { CommunityTabs } from "./community-tabs.tsx";

type Row = z.output<typeof ModeratedItem>;

const VIEWS = ["reported", "newest", "hidden"] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url, { filters: ["view"] });
  const view = VIEWS.find((one) => one === query.filters["view"]) ?? "newest";
  const page = await context.get(pageContext).call<z.output<typeof ModeratedPage>>("academy.list_posts", {
    view,
    q: query.q || undefined,
    cursor: query.cursor ?? undefined,
  });
  return { query, view, ...page };
}

function Standing({ row }: { row: Row }) {
  if (row.openReports > 0) return <State kind="at_risk">{countOf(row.openReports, "report")}</State>;
  if (row.isHidden) return <State kind="closed">Hidden</State>;
  if (row.isDeleted) return <State kind="closed">Removed</State>;
  return <State kind="open">Shown</State>;
}

const columns: readonly Column<Row>[] = [
  {
    key: "post",
    header: "Post",
    grow: true,
    cell: (row) => (
      <>
        <NameLink to={`/console/academy/community/threads/${row.threadId}`}>
          <span dir="auto">{row.title}</span>
        </NameLink>
        <span className="line-clamp-2 text-13 text-muted [overflow-wrap:anywhere]" dir="auto">
          {row.excerpt}
        </span>
      </>
    ),
  },
  { key: "author", header: "By", cell: (row) => <span dir="auto">{row.authorName}</span> },
  {
    key: "lesson",
    header: "Lesson",
    grow: true,
    hiddenOnPhone: true,
    cell: (row) => (
      <span dir="auto">
        {row.lessonTitle}
        <span className="block text-13 text-muted">{row.courseTitle}</span>
      </span>
    ),
  },
  { key: "standing", header: "Standing", cell: (row) => <Standing row={row} /> },
  { key: "written", header: "Written", cell: (row) => <Moment at={row.createdAt} ago /> },
];

export default function Posts({ loaderData: { query, view, items, nextCursor } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Community" lead="What students say about lessons." />
      <CommunityTabs />
      <DataTable
        caption="Posts, the newest first"
        columns={columns}
        rows={items}
        rowKey={(row) => row.postId}
        query={query}
        search="Words, title or author"
        page={{ next: nextCursor }}
        noun={["post", "posts"]}
        empty={
          <EmptyState
            title={view === "newest" ? "Nobody has said anything yet" : "Nothing here"}
            text={
              view === "reported"
                ? "Posts that students report wait here."
                : "Students write below lessons of courses they take."
            }
          />
        }
      />
    </>
  );
}
