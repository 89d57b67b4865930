import type { z } from "zod";
import type { StudentQuestionItem, StudentQuestionPage } from "#modules/academy/contract/questions.ts";
import { pageContext } from "#web/context.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { State } from "#web/ui/state.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/questions.ts";
import { CommunityTabs } from "./community-tabs.tsx";

type Row = z.output<typeof StudentQuestionItem>;

export const handle = { crumb: "Questions" };

const STATUSES = ["open", "answered"] as const;
const ASSIGNEES = ["me", "nobody"] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url, { filters: ["status", "assignee"] });
  const page = await context
    .get(pageContext)
    .call<z.output<typeof StudentQuestionPage>>("academy.list_student_questions", {
      status: STATUSES.find((one) => one === query.filters["status"]),
      assignee: ASSIGNEES.find((one) => one === query.filters["assignee"]),
      q: query.q || undefined,
      cursor: query.cursor ?? undefined,
    });
  return { query, ...page };
}

const columns: readonly Column<Row>[] = [
  {
    key: "subject",
    header: "Question",
    grow: true,
    cell: (row) => (
      <NameLink to={`/console/academy/community/questions/${row.questionId}`}>
        <span dir="auto">{row.subject}</span>
      </NameLink>
    ),
  },
  { key: "student", header: "Student", cell: (row) => <span dir="auto">{row.studentName}</span> },
  {
    key: "course",
    header: "Course",
    grow: true,
    hiddenOnPhone: true,
    cell: (row) => <span dir="auto">{row.courseTitle}</span>,
  },
  {
    key: "status",
    header: "Standing",
    cell: (row) => (
      <State kind={row.status === "open" ? "waiting" : "done"}>
        {row.status === "open" ? "Waits" : "Answered"}
      </State>
    ),
  },
  {
    key: "assignee",
    header: "Who answers",
    cell: (row) => row.assigneeName ?? <span className="text-muted">Nobody yet</span>,
  },
  { key: "last", header: "Last word", cell: (row) => <Moment at={row.lastAt} ago /> },
];

export default function Questions({ loaderData: { query, items, nextCursor } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Questions" lead="What students ask in private, the longest-waiting first." />
      <CommunityTabs />
      <DataTable
        caption="Students' questions"
        columns={columns}
        rows={items}
        rowKey={(row) => row.questionId}
        query={query}
        search="Subject or student"
        filters={[
          {
            name: "status",
            label: "Standing",
            options: [
              { value: "open", label: "Waits" },
              { value: "answered", label: "Answered" },
            ],
          },
          {
            name: "assignee",
            label: "Who answers",
            options: [
              { value: "me", label: "I do" },
              { value: "nobody", label: "Nobody yet" },
            ],
          },
        ]}
        page={{ next: nextCursor }}
        noun={["question", "questions"]}
        empty={
          <EmptyState icon="circle-check" title="No questions" text="Students ask from their lessons." />
        }
      />
    </>
  );
}
