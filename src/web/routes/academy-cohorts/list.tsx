import type { z } from "zod";
import type { CohortPage, CohortSummary } from "#modules/academy/contract/cohorts.ts";
import type { CourseWorkList } from "#modules/academy/contract/grade-book.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/list.ts";
import { CohortState, placesTaken } from "./standing.tsx";

type Row = z.output<typeof CohortSummary>;

const PHASES = ["upcoming", "running", "over"] as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const query = readTableQuery(request.url, { filters: ["course", "phase"] });
  const { course } = query.filters;
  const courseId = course && UUID.test(course) ? course : undefined;
  const [page, courses] = await Promise.all([
    call<z.output<typeof CohortPage>>("academy.list_cohorts", {
      courseId,
      phase: PHASES.find((one) => one === query.filters["phase"]),
      text: query.q.slice(0, 120) || undefined,
      cursor: query.cursor ?? undefined,
    }),
    call<z.output<typeof CourseWorkList>>("academy.list_course_work", {}),
  ]);
  return {
    query,
    ...page,
    courseId: courseId ?? null,
    courses: courses.items.map((one) => ({ value: one.courseId, label: one.title })),
  };
}

function Dates({ row }: { row: Row }) {
  const { dateRange } = useFormat();
  return <>{dateRange(row.startsOn, row.endsOn)}</>;
}

const columns: readonly Column<Row>[] = [
  {
    key: "title",
    header: "Cohort",
    grow: true,
    cell: (row) => (
      <NameLink to={`/console/academy/cohorts/${row.cohortId}`}>
        <span dir="auto">{row.title}</span>
      </NameLink>
    ),
  },
  { key: "course", header: "Course", grow: true, cell: (row) => <span dir="auto">{row.courseTitle}</span> },
  { key: "dates", header: "Days", cell: (row) => <Dates row={row} /> },
  { key: "state", header: "Standing", cell: (row) => <CohortState phase={row.phase} status={row.status} /> },
  { key: "students", header: "Students", align: "end", cell: placesTaken },
  {
    key: "sessions",
    header: "Live sessions",
    align: "end",
    hiddenOnPhone: true,
    cell: (row) => row.sessions,
  },
];

export default function Cohorts({ loaderData }: Route.ComponentProps) {
  const { query, items, nextCursor, courses, courseId } = loaderData;
  const mayEnrol = usePermission("academy:enrol");
  return (
    <>
      <PageHeader
        title="Cohorts"
        lead="Students who take a course together, by dates."
        actions={
          mayEnrol &&
          courses.length > 0 && (
            <LinkButton
              look="primary"
              icon="plus"
              to={`/console/academy/cohorts/new${courseId ? `?course=${courseId}` : ""}`}
            >
              Create a cohort
            </LinkButton>
          )
        }
      />
      <DataTable
        caption="Cohorts"
        columns={columns}
        rows={items}
        rowKey={(row) => row.cohortId}
        query={query}
        search="Cohort or course"
        filters={[
          { name: "course", label: "Course", options: courses },
          {
            name: "phase",
            label: "Standing",
            options: [
              { value: "upcoming", label: "Begins later" },
              { value: "running", label: "Runs" },
              { value: "over", label: "Over" },
            ],
          },
        ]}
        page={{ next: nextCursor }}
        noun={["cohort", "cohorts"]}
        empty={
          <EmptyState
            icon="users"
            title="No cohort yet"
            text={
              courses.length === 0
                ? "Publish a course first. Then a group can take it by dates."
                : "Without one, everybody learns at their own pace."
            }
          />
        }
      />
    </>
  );
}
