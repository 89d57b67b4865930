import type { z } from "zod";
import type { AssignmentList } from "#modules/academy/contract/assignment-editing.ts";
import { pageContext } from "#web/context.ts";
import { countOf, nameList } from "#web/format/plural.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/course.ts";

export const handle: RouteHandle = {
  crumb: "Assignments",
  notices: { removed: "The assignment is taken out of the draft." },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { items } = await context
    .get(pageContext)
    .call<z.output<typeof AssignmentList>>("academy.list_assignments", params);
  return {
    items: items.map((item) => ({
      ...item,
      href: `/console/academy/assignments/courses/${params.courseId}/${item.assignmentKey}`,
    })),
  };
}

type Row = z.output<typeof AssignmentList>["items"][number] & { href: string };

const columns: readonly Column<Row>[] = [
  {
    key: "title",
    header: "Assignment",
    grow: true,
    cell: (row) => (
      <NameLink to={row.href}>
        <span dir="auto">{row.title}</span>
      </NameLink>
    ),
  },
  {
    key: "lessons",
    header: "In lessons",
    grow: true,
    cell: (row) =>
      row.lessons.length > 0 ? (
        <span dir="auto">{nameList(row.lessons)}</span>
      ) : (
        <span className="text-muted">In none yet</span>
      ),
  },
  { key: "points", header: "Marked by", align: "end", cell: (row) => countOf(row.maxPoints, "point") },
];

export default function CourseAssignments({ loaderData, params }: Route.ComponentProps) {
  const mayWrite = usePermission("academy:write");
  return (
    <>
      <PageHeader
        title="Assignments"
        lead="Of the draft of the course. A lesson shows an assignment by a block; students see it once the draft is published."
        actions={
          mayWrite && (
            <LinkButton
              look="primary"
              icon="plus"
              to={`/console/academy/assignments/courses/${params.courseId}/new`}
            >
              Add an assignment
            </LinkButton>
          )
        }
      />
      <DataTable
        caption="Assignments of the course"
        columns={columns}
        rows={loaderData.items}
        rowKey={(row) => row.assignmentKey}
        noun={["assignment", "assignments"]}
        empty={
          <EmptyState
            icon="clipboard-list"
            title="No assignment yet"
            text="Add one, then show it in a lesson."
          />
        }
      />
    </>
  );
}
