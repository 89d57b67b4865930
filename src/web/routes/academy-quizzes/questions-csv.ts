import type { z } from "zod";
import type { QuestionPage } from "#modules/academy/contract/quizzes.ts";
import { pageContext } from "#web/context.ts";
import { allPages, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/questions-csv.ts";
import { questionsQuery } from "./questions-query.ts";

/** The questions as the page's search and filters show them, without their keys. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { input } = questionsQuery(request.url);
  const rows = await allPages(async (cursor) => {
    const page = await call<z.output<typeof QuestionPage>>("academy.list_questions", {
      ...input,
      cursor,
      limit: 200,
    });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse(
    "questions.csv",
    [
      { header: "course", value: (row) => row.courseTitle },
      { header: "slug", value: (row) => row.slug },
      { header: "kind", value: (row) => row.kind },
      { header: "question", value: (row) => row.words },
      { header: "tags", value: (row) => row.tags.join("; ") },
      { header: "points", value: (row) => row.points },
      { header: "version", value: (row) => row.version },
      { header: "changed_at", value: (row) => row.changedAt },
      { header: "archived_at", value: (row) => row.archivedAt },
      { header: "quizzes", value: (row) => row.quizzes },
      { header: "asked", value: (row) => row.asked },
    ],
    rows,
  );
}
