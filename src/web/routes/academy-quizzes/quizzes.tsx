import type { z } from "zod";
import type { QuizList, QuizSummary } from "#modules/academy/contract/quizzes.ts";
import { pageContext } from "#web/context.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/quizzes.ts";
import { courseOptions } from "./course-options.ts";
import { QuizTabs } from "./quiz-tabs.tsx";
import { placeWords, settingsWords } from "./words.ts";

type Row = z.output<typeof QuizSummary>;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const query = readTableQuery(request.url, { filters: ["course"] });
  const [{ items }, courses] = await Promise.all([
    call<z.output<typeof QuizList>>("academy.list_quizzes"),
    courseOptions(call),
  ]);
  const wanted = query.q.toLowerCase();
  const shown = items.filter(
    ({ courseId, title, courseTitle }) =>
      (!query.filters.course || courseId === query.filters.course) &&
      `${title} ${courseTitle}`.toLowerCase().includes(wanted),
  );
  return { query, items: shown, courses };
}

const columns: readonly Column<Row>[] = [
  {
    key: "title",
    header: "Quiz",
    grow: true,
    cell: (quiz) => (
      <>
        <NameLink to={`/console/academy/quizzes/${quiz.courseId}/${quiz.quizKey}`}>
          <span dir="auto">{quiz.title}</span>
        </NameLink>
        <p className="text-13 font-normal text-muted" dir="auto">
          {quiz.courseTitle}
          {quiz.lessonTitle ? `, in “${quiz.lessonTitle}”` : ", in no lesson yet"}
        </p>
      </>
    ),
  },
  { key: "questions", header: "Questions", align: "end", cell: ({ questions }) => questions },
  { key: "rules", header: "Rules", hiddenOnPhone: true, cell: (quiz) => settingsWords(quiz) },
  { key: "in", header: "Where", cell: (quiz) => placeWords(quiz.in) },
  {
    key: "attempts",
    header: "Attempts",
    align: "end",
    cell: (quiz) => (
      <NameLink to={`/console/academy/quizzes/${quiz.courseId}/${quiz.quizKey}/attempts`}>
        {quiz.attempts}
      </NameLink>
    ),
  },
];

export default function Quizzes({ loaderData: { query, items, courses } }: Route.ComponentProps) {
  const mayWrite = usePermission("academy:write");
  const add = mayWrite && courses.length > 0 && (
    <LinkButton
      look="primary"
      icon="plus"
      to={`/console/academy/quizzes/new${query.filters.course ? `?course=${query.filters.course}` : ""}`}
    >
      Add a quiz
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Quizzes"
        lead="As the drafts of the courses have them. Students get a change once the draft is published."
        actions={add}
      />
      <QuizTabs />
      <DataTable
        caption="Quizzes"
        columns={columns}
        rows={items}
        rowKey={({ quizKey }) => quizKey}
        query={query}
        search="Title"
        filters={[{ name: "course", label: "Course", options: courses }]}
        noun={["quiz", "quizzes"]}
        empty={
          <EmptyState
            icon="list-checks"
            title="No quiz here"
            text="A quiz asks questions of its course's bank."
            action={add}
          />
        }
      />
    </>
  );
}
