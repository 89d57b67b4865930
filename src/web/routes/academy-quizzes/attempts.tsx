import type { z } from "zod";
import type { AttemptPage } from "#modules/academy/contract/quiz-staff.ts";
import { pageContext } from "#web/context.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import { AttemptStanding, percent } from "./attempt-standing.tsx";
import type { Route } from "./+types/attempts.ts";
import { attemptsQuery } from "./attempts-query.ts";
import type { AttemptRow } from "./words.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { query, input } = attemptsQuery(request.url);
  const { courseId, quizKey } = params;
  const page = await context
    .get(pageContext)
    .call<z.output<typeof AttemptPage>>("academy.list_attempts", { ...input, courseId, quizKey });
  return { query, ...page, courseId, quizKey };
}

const columns: readonly Column<AttemptRow>[] = [
  {
    key: "student",
    header: "Student",
    grow: true,
    cell: (attempt) => (
      <>
        <NameLink to={`/console/academy/attempts/${attempt.attemptId}`}>
          <span dir="auto">{attempt.studentName}</span>
        </NameLink>
        <p className="text-13 font-normal text-muted">{attempt.studentEmail}</p>
      </>
    ),
  },
  { key: "number", header: "Attempt", align: "end", cell: ({ number }) => number },
  {
    key: "started",
    header: "Started",
    hiddenOnPhone: true,
    cell: ({ startedAt }) => <Moment at={startedAt} />,
  },
  {
    key: "answered",
    header: "Answered",
    align: "end",
    hiddenOnPhone: true,
    cell: ({ answered, questions }) => `${answered} of ${questions}`,
  },
  { key: "score", header: "Score", align: "end", cell: ({ scorePpm }) => percent(scorePpm) },
  { key: "standing", header: "Standing", cell: (attempt) => <AttemptStanding attempt={attempt} /> },
];

const STATES = [
  { value: "open", label: "Open" },
  { value: "finished", label: "Finished" },
  { value: "void", label: "Void" },
];

export default function Attempts({ loaderData }: Route.ComponentProps) {
  const { query, items, nextCursor, courseId, quizKey } = loaderData;
  return (
    <DataTable
      caption="Attempts"
      columns={columns}
      rows={items}
      rowKey={({ attemptId }) => attemptId}
      query={query}
      search="Student"
      filters={[{ name: "status", label: "Standing", options: STATES }]}
      page={{ next: nextCursor }}
      noun={["attempt", "attempts"]}
      csv={`/console/academy/attempts.csv?courseId=${courseId}&quizKey=${quizKey}`}
      empty={
        <EmptyState
          icon="list-checks"
          title="No attempt yet"
          text="Attempts stand here as soon as a student starts."
        />
      }
    />
  );
}
