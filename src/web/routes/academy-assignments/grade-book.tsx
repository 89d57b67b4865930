import { useMemo } from "react";
import { Link } from "react-router";
import type { z } from "zod";
import type { CohortPage } from "#modules/academy/contract/cohorts.ts";
import type { GradeBook, GradeItem, GradeRow } from "#modules/academy/contract/grade-book.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/grade-book.ts";
import { readGradeBookQuery } from "./grade-book-query.ts";
import { percentOf } from "./standing.tsx";

type Book = z.output<typeof GradeBook>;
type Row = z.output<typeof GradeRow>;
type Item = z.output<typeof GradeItem>;

export const handle: RouteHandle = {
  crumb: ({ courseTitle }: Book) => courseTitle,
  wide: true,
  notices: { weights: "The weights are set." },
};

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { query, asked } = readGradeBookQuery(request.url);
  const { courseId } = params;
  const [book, cohorts] = await Promise.all([
    call<Book>("academy.get_grade_book", { courseId, ...asked, cursor: query.cursor ?? undefined }),
    call<z.output<typeof CohortPage>>("academy.list_cohorts", { courseId, limit: 200 }),
  ]);
  return {
    query,
    ...book,
    cohorts: cohorts.items.map(({ cohortId, title }) => ({ value: cohortId, label: title })),
  };
}

const WAITS = new Set(["waiting", "second", "agreeing", "marked"]);

/** A score that opens what it rests on; what waits is told in words. */
function Cell({ row, item }: { row: Row; item: Item }) {
  const cell = row.cells.find(({ itemKey }) => itemKey === item.itemKey);
  if (!cell) return null;
  const waits = cell.submissionStatus !== null && WAITS.has(cell.submissionStatus);
  const words = cell.scorePpm === null ? (waits ? "waits" : "none") : percentOf(cell.scorePpm);
  return (
    <Link
      to={`/console/academy/grades/students/${row.enrollmentId}#${item.itemKey}`}
      className="inline-flex min-h-9 items-center rounded-mark tabular-nums underline-offset-4 hover:underline touch:min-h-11"
    >
      <span className={cell.scorePpm === null ? "text-muted" : undefined}>{words}</span>
      {cell.isOverridden && <span className="ms-1 text-12 text-muted">set</span>}
      {waits && cell.scorePpm !== null && <span className="ms-1 text-12 text-muted">new work</span>}
    </Link>
  );
}

const weightWords = (weight: number) => `${Math.round(weight * 10) / 10}%`;

function columnsOf(items: readonly Item[]): readonly Column<Row>[] {
  return [
    {
      key: "name",
      header: "Student",
      sortable: true,
      cell: (row) => (
        <NameLink to={`/console/academy/grades/students/${row.enrollmentId}`}>
          <span dir="auto">{row.student.name || "Erased person"}</span>
        </NameLink>
      ),
    },
    { key: "cohort", header: "Cohort", hiddenOnPhone: true, cell: (row) => row.cohortTitle },
    ...items.map(
      (item): Column<Row> => ({
        key: item.itemKey,
        header: `${item.title} (${weightWords(item.weightPercent)})`,
        align: "end",
        cell: (row) => <Cell row={row} item={item} />,
      }),
    ),
    {
      key: "total",
      header: "So far",
      align: "end",
      sortable: true,
      cell: (row) =>
        row.totalPpm === null ? (
          <span className="text-muted">none</span>
        ) : (
          <span className="tabular-nums">
            {percentOf(row.totalPpm)}
            <span className="ms-1 text-12 text-muted">of {row.weightDone}%</span>
          </span>
        ),
    },
  ];
}

const STATUSES = [
  { value: "active", label: "Learns" },
  { value: "suspended", label: "Payment missing" },
  { value: "expired", label: "Time over" },
  { value: "revoked", label: "Paid back" },
  { value: "cancelled", label: "Taken out" },
];

export default function GradeBookPage({ loaderData }: Route.ComponentProps) {
  const { query, courseId, items, rows, nextCursor, hasWeights, cohorts } = loaderData;
  const columns = useMemo(() => columnsOf(items), [items]);
  return (
    <>
      <PageHeader
        title="Grades"
        lead={
          <>
            {hasWeights ? "Weighted as set." : "All count alike, because no weights are set."} The grade so
            far counts what has a mark; of a quiz the best attempt, of an assignment the newest released mark.
            What students of older versions do is counted where the version in force still has it.
          </>
        }
        actions={
          <>
            <LinkButton to={`/console/academy/assignments?course=${courseId}`}>Work to mark</LinkButton>
            <LinkButton to={`/console/academy/grades/${courseId}/weights`}>Weights</LinkButton>
          </>
        }
      />
      {items.length === 0 && (
        <p className="mb-4 text-muted">
          Nothing of this course is graded: no lesson has a quiz or an assignment.{" "}
          <TextLink to={`/console/academy/assignments/courses/${courseId}`}>See its assignments</TextLink>
        </p>
      )}
      <DataTable
        caption="Grades of the students"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.enrollmentId}
        query={query}
        search="Student"
        filters={[
          { name: "cohort", label: "Cohort", options: cohorts },
          { name: "status", label: "Standing", options: STATUSES },
        ]}
        page={{ next: nextCursor }}
        noun={["student", "students"]}
        csv={`/console/academy/grades/${courseId}/grades.csv`}
        empty={<EmptyState icon="users" title="No students yet" text="Who takes the course appears here." />}
      />
    </>
  );
}
