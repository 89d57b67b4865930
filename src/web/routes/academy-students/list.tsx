import type { z } from "zod";
import type { CourseList } from "#modules/academy/contract/authoring-course.ts";
import { pageContext } from "#web/context.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/list.ts";
import { readStudentsQuery, type StudentPage } from "./list-query.ts";
import { STANDINGS, StudentState } from "./standing.tsx";

type Row = StudentPage["items"][number];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { query, input } = readStudentsQuery(request.url);
  const page = await call<StudentPage>("academy.list_enrollments", {
    ...input,
    cursor: query.cursor ?? undefined,
  });
  const courses = await call<z.output<typeof CourseList>>("academy.list_courses", { limit: 200 });
  return { query, ...page, courses: courses.items.map(({ slug, title }) => ({ value: slug, label: title })) };
}

const columns: readonly Column<Row>[] = [
  {
    key: "name",
    header: "Student",
    grow: true,
    cell: (row) => (
      <>
        <NameLink to={`/console/academy/students/${row.enrollmentId}`}>
          <span dir="auto">{row.name}</span>
        </NameLink>
        <span className="block text-13 text-muted [overflow-wrap:anywhere]">{row.email}</span>
      </>
    ),
  },
  { key: "course", header: "Course", grow: true, cell: (row) => <span dir="auto">{row.courseTitle}</span> },
  { key: "standing", header: "Standing", cell: (row) => <StudentState {...row} /> },
  { key: "done", header: "Lessons", align: "end", cell: (row) => `${row.done} of ${row.total}` },
  {
    key: "active",
    header: "Last seen",
    cell: (row) =>
      row.lastActiveAt ? <Moment at={row.lastActiveAt} ago /> : <span className="text-muted">Not yet</span>,
  },
  { key: "started", header: "Began", hiddenOnPhone: true, cell: (row) => <Moment at={row.startedAt} ago /> },
];

const STATUS_OPTIONS = Object.entries(STANDINGS).map(([value, { word }]) => ({ value, label: word }));

export default function Students({ loaderData }: Route.ComponentProps) {
  const { query, items, nextCursor, courses } = loaderData;
  const mayEnrol = usePermission("academy:enrol");
  return (
    <>
      <PageHeader
        title="Students"
        lead="Who takes which course, and how far they are."
        actions={
          <>
            <LinkButton to="/console/academy/students/invitations">Invitations</LinkButton>
            {mayEnrol && (
              <LinkButton look="primary" icon="plus" to="/console/academy/students/new">
                Enrol a student
              </LinkButton>
            )}
          </>
        }
      />
      <DataTable
        caption="Students, the newest first"
        columns={columns}
        rows={items}
        rowKey={(row) => row.enrollmentId}
        query={query}
        search="Name or e-mail address"
        filters={[
          { name: "course", label: "Course", options: courses },
          { name: "status", label: "Standing", options: STATUS_OPTIONS },
        ]}
        page={{ next: nextCursor }}
        noun={["student", "students"]}
        csv="/console/academy/students.csv"
        empty={
          <EmptyState
            icon="graduation-cap"
            title="No students yet"
            text="Who buys a course is enrolled as soon as it is paid. You can also enrol or invite somebody."
          />
        }
      />
    </>
  );
}
