import type { z } from "zod";
import {
  COURSE_STATUSES,
  type CourseItem,
  type CourseList,
} from "#modules/academy/contract/authoring-course.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/list.ts";
import { CourseState } from "./course-state.tsx";

type Course = z.output<typeof CourseItem>;

export const handle: RouteHandle = { crumb: "Courses" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url, { filters: ["status"] });
  const status = COURSE_STATUSES.find((known) => known === query.filters.status);
  const list = await context
    .get(pageContext)
    .call<z.output<typeof CourseList>>("academy.list_courses", { q: query.q, status, limit: 200 });
  return { query, ...list };
}

const columns: readonly Column<Course>[] = [
  {
    key: "title",
    header: "Course",
    grow: true,
    cell: (course) => (
      <>
        <NameLink to={`/console/academy/courses/${course.courseId}`}>{course.title}</NameLink>
        {course.hasDraft && course.status === "published" && (
          <p className="text-13 font-normal text-muted">
            {course.publishAt ? (
              <>
                Goes out <Moment at={course.publishAt} />
              </>
            ) : (
              "Has changes that are not out yet"
            )}
          </p>
        )}
      </>
    ),
  },
  { key: "status", header: "Standing", cell: ({ status }) => <CourseState status={status} /> },
  { key: "lessons", header: "Lessons", align: "end", cell: ({ lessons }) => <Figure value={lessons} /> },
  { key: "students", header: "Students", align: "end", cell: ({ students }) => <Figure value={students} /> },
  {
    key: "completed",
    header: "Completed",
    align: "end",
    cell: ({ students, completed }) => (students === 0 ? "None yet" : <Figure value={completed} />),
  },
  {
    key: "publishedAt",
    header: "Last published",
    hiddenOnPhone: true,
    cell: ({ publishedAt }) => (publishedAt ? <Moment at={publishedAt} ago /> : "Never"),
  },
];

const filters: readonly Filter[] = [
  {
    name: "status",
    label: "Standing",
    options: [
      { value: "published", label: "Published" },
      { value: "draft", label: "Not published" },
      { value: "archived", label: "Archived" },
    ],
  },
];

export default function Courses({ loaderData: { query, items, total } }: Route.ComponentProps) {
  const mayWrite = usePermission("academy:write");
  const isAsked = query.q !== "" || Object.keys(query.filters).length > 0;
  const start = mayWrite && (
    <LinkButton to="/console/academy/courses/new" look="primary" icon="plus">
      New course
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Courses"
        lead={total === 0 && !isAsked ? undefined : `${countOf(total, "course")}, by title.`}
        actions={start || undefined}
      />
      {total === 0 && !isAsked ? (
        <EmptyState
          icon="graduation-cap"
          title="No course yet"
          text="Write one from nothing, or import one you have."
          action={start || undefined}
        />
      ) : (
        <DataTable
          caption="Courses"
          columns={columns}
          rows={items}
          rowKey={({ courseId }) => courseId}
          query={query}
          search="Title or address"
          filters={filters}
          noun={["course", "courses"]}
        />
      )}
    </>
  );
}
