import type { z } from "zod";
import type { CourseWorkList } from "#modules/academy/contract/grade-book.ts";
import { pageContext } from "#web/context.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/courses.ts";

type Row = z.output<typeof CourseWorkList>["items"][number];

export async function loader({ context }: Route.LoaderArgs) {
  return context.get(pageContext).call<z.output<typeof CourseWorkList>>("academy.list_course_work", {});
}

const columns: readonly Column<Row>[] = [
  {
    key: "title",
    header: "Course",
    grow: true,
    cell: ({ courseId, title }) => (
      <NameLink to={`/console/academy/insight/${courseId}`}>
        <span dir="auto">{title}</span>
      </NameLink>
    ),
  },
];

export default function InsightCourses({ loaderData: { items } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Course numbers"
        lead="Where students go on and where they stop, cohorts side by side, and who will complete."
      />
      {items.length === 0 ? (
        <EmptyState icon="chart-line" title="No course yet" text="Numbers begin with the first student." />
      ) : (
        <DataTable
          caption="Courses"
          columns={columns}
          rows={items}
          rowKey={({ courseId }) => courseId}
          noun={["course", "courses"]}
        />
      )}
    </>
  );
}
