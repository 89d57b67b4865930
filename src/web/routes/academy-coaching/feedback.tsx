import type { SurveyResult } from "#modules/academy/contract/coaching.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/feedback.ts";

type Answer = SurveyResult["items"][number];

export const handle: RouteHandle = { crumb: "Feedback" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url);
  const survey = await context
    .get(pageContext)
    .call<SurveyResult>("academy.get_survey", { cursor: query.cursor ?? undefined });
  return { query, survey };
}

const Student = ({ row }: { row: Answer }) => (
  <NameLink to={`/console/academy/students/${row.enrollmentId}`}>
    <span dir="auto">{row.name}</span>
  </NameLink>
);

const columns: readonly Column<Answer>[] = [
  { key: "student", header: "Student", cell: (row) => <Student row={row} /> },
  {
    key: "score",
    header: "Score",
    align: "end",
    cell: (row) => row.score ?? <span className="text-muted">Not said</span>,
  },
  {
    key: "comment",
    header: "Comment",
    grow: true,
    cell: (row) => (
      <span dir="auto" className="whitespace-pre-line">
        {row.comment}
      </span>
    ),
  },
  { key: "course", header: "Course", cell: (row) => <span dir="auto">{row.courseTitle}</span> },
  { key: "moment", header: "Asked", cell: (row) => (row.moment === "half" ? "Half-way" : "At the end") },
  { key: "at", header: "Answered", hiddenOnPhone: true, cell: (row) => <Moment at={row.answeredAt} ago /> },
];

export default function Feedback({ loaderData: { query, survey } }: Route.ComponentProps) {
  const { score, reason, answers, counts, items, nextCursor } = survey;
  const from = (least: number, most: number) =>
    counts.slice(least, most + 1).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <PageHeader
        title="Feedback"
        lead="Whether students would recommend a course, asked half-way and at the end. The newest answer of each counts."
      />
      <div className="mb-8">
        <Facts
          facts={[
            {
              label: "Net promoter score",
              value: score === null ? "Not known" : String(score),
              note: reason ?? "−100 to 100",
            },
            { label: "9 or 10", value: String(from(9, 10)), note: `of ${answers}` },
            { label: "7 or 8", value: String(from(7, 8)), note: `of ${answers}` },
            { label: "6 or below", value: String(from(0, 6)), note: `of ${answers}` },
          ]}
        />
      </div>
      <DataTable
        caption="Answers"
        columns={columns}
        rows={items}
        rowKey={(row) => `${row.enrollmentId} ${row.moment}`}
        query={query}
        page={{ next: nextCursor }}
        noun={["answer", "answers"]}
        empty={
          <EmptyState
            icon="message-square"
            title="Nobody answered yet"
            text="Students are asked once they completed half of a course, and when they finish."
          />
        }
      />
    </>
  );
}
