import type { z } from "zod";
import type { CourseWorkList } from "#modules/academy/contract/grade-book.ts";
import { pageContext } from "#web/context.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/grades-courses.ts";

type Row = z.output<typeof CourseWorkList>["items"][number];

export async function loader({ context }: Route.LoaderArgs) {
  return context.get(pageContext).call<z.output<typeof CourseWorkList>>("academy.list_course_work", {});
}

const columns: readonly Column<Row>[] = [
  {
    key: "title",
    header: "Course",
    grow: true,
    cell: (row) => (
      <NameLink to={`/console/academy/grades/${row.courseId}`}>
        <span dir="auto">{row.title}</span>
      </NameLink>
    ),
  },
  { key: "students", header: "Students", align: "end", cell: (row) => row.students },
  {
    key: "toMark",
    header: "To mark",
    align: "end",
    cell: (row) =>
      row.toMark > 0 ? (
        <TextLink to={`/console/academy/assignments?course=${row.courseId}`}>{String(row.toMark)}</TextLink>
      ) : (
        0
      ),
  },
];

export default function GradeCourses({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Grades" lead="Choose a course to see the grades of its students." />
      <DataTable
        caption="Courses"
        columns={columns}
        rows={loaderData.items}
        rowKey={(row) => row.courseId}
        noun={["course", "courses"]}
        empty={
          <EmptyState
            icon="graduation-cap"
            title="No course is out yet"
            text="Publish one, and its grades are here."
          />
        }
      />
    </>
  );
}
