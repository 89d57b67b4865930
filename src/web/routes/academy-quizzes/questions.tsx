import { useLocation } from "react-router";
import type { z } from "zod";
import type { QuestionPage, QuestionTags } from "#modules/academy/contract/quizzes.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/questions.ts";
import { courseOptions } from "./course-options.ts";
import { questionsQuery } from "./questions-query.ts";
import { QuizTabs } from "./quiz-tabs.tsx";
import { KIND_WORDS, kindOptions, type QuestionRow } from "./words.ts";

export const handle: RouteHandle = {
  notices: {
    archived: "The question is archived. Attempts that asked it keep it.",
    restored: "The question is back.",
  },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { query, input } = questionsQuery(request.url);
  const [page, courses, tags] = await Promise.all([
    call<z.output<typeof QuestionPage>>("academy.list_questions", input),
    courseOptions(call),
    input.courseId
      ? call<z.output<typeof QuestionTags>>("academy.list_question_tags", { courseId: input.courseId })
      : { items: [] },
  ]);
  return { query, ...page, courses, tags: tags.items, courseId: input.courseId ?? null };
}

const columns: readonly Column<QuestionRow>[] = [
  {
    key: "words",
    header: "Question",
    grow: true,
    cell: (question) => (
      <>
        <NameLink to={`/console/academy/questions/${question.id}`}>
          <span dir="auto" className="line-clamp-2">
            {question.words || question.slug}
          </span>
        </NameLink>
        <p className="text-13 font-normal text-muted">
          {question.slug}
          {question.archivedAt && <Badge>Archived</Badge>}
        </p>
      </>
    ),
  },
  { key: "kind", header: "Kind", cell: ({ kind }) => KIND_WORDS[kind] },
  { key: "tags", header: "Tags", hiddenOnPhone: true, cell: ({ tags }) => tags.join(", ") },
  { key: "points", header: "Points", align: "end", cell: ({ points }) => points },
  {
    key: "quizzes",
    header: "Used",
    align: "end",
    cell: ({ quizzes, asked }) =>
      `${countOf(quizzes, "quiz", "quizzes")}, asked ${asked} ${asked === 1 ? "time" : "times"}`,
  },
];

const STATES = [
  { value: "in_use", label: "In use" },
  { value: "archived", label: "Archived" },
  { value: "all", label: "All" },
];

export default function Questions({ loaderData }: Route.ComponentProps) {
  const { query, items, nextCursor, courses, tags, courseId } = loaderData;
  const mayWrite = usePermission("academy:write");
  const { search } = useLocation();
  const add = mayWrite && courses.length > 0 && (
    <LinkButton
      look="primary"
      icon="plus"
      to={`/console/academy/questions/new${courseId ? `?course=${courseId}` : ""}`}
    >
      Add a question
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Question bank"
        lead="What quizzes ask. A change makes a new version; attempts keep the version they were asked."
        actions={add}
      />
      <QuizTabs />
      <DataTable
        caption="Questions"
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        query={query}
        search="Words or name"
        filters={[
          { name: "course", label: "Course", options: courses },
          { name: "kind", label: "Kind", options: kindOptions },
          ...(tags.length > 0
            ? [
                {
                  name: "tag",
                  label: "Tag",
                  options: tags.map(({ tag, questions }) => ({ value: tag, label: `${tag} (${questions})` })),
                },
              ]
            : []),
          { name: "state", label: "State", options: STATES },
        ]}
        page={{ next: nextCursor }}
        noun={["question", "questions"]}
        csv={`/console/academy/questions.csv${search}`}
        empty={
          <EmptyState
            icon="circle-help"
            title="No question here"
            text="Add one, import a course, or widen the search."
            action={add}
          />
        }
      />
    </>
  );
}
