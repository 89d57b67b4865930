import type { z } from "zod";
import { type AttemptPage, ListAttempts } from "#modules/academy/contract/quiz-staff.ts";
import { pageContext } from "#web/context.ts";
import { allPages, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/attempts-csv.ts";

/** The attempts at a quiz; scores in parts per million. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { searchParams } = new URL(request.url);
  const { courseId, quizKey } = ListAttempts.shape;
  const rows = await allPages(async (cursor) => {
    const page = await call<z.output<typeof AttemptPage>>("academy.list_attempts", {
      courseId: courseId.safeParse(searchParams.get("courseId")).data,
      quizKey: quizKey.safeParse(searchParams.get("quizKey")).data,
      cursor,
      limit: 200,
    });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse(
    "attempts.csv",
    [
      { header: "quiz", value: (row) => row.title },
      { header: "student", value: (row) => row.studentName },
      { header: "email", value: (row) => row.studentEmail },
      { header: "attempt", value: (row) => row.number },
      { header: "status", value: (row) => row.status },
      { header: "started_at", value: (row) => row.startedAt },
      { header: "finished_at", value: (row) => row.finishedAt },
      { header: "finished_by", value: (row) => row.finishedBy },
      { header: "score_ppm", value: (row) => row.scorePpm },
      { header: "passed", value: (row) => (row.isPassed === null ? null : String(row.isPassed)) },
      { header: "answered", value: (row) => row.answered },
      { header: "questions", value: (row) => row.questions },
    ],
    rows,
  );
}
