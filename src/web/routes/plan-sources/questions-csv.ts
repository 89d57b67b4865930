import type { z } from "zod";
import type { Question } from "#modules/playbook/contract/sources.ts";
import { pageContext } from "#web/context.ts";
import { csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/questions-csv.ts";

/** The questions of the open or the answered list. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const answered = new URL(request.url).searchParams.get("answered") === "yes";
  const { questions } = await context
    .get(pageContext)
    .call<{ questions: z.output<typeof Question>[] }>("playbook.list_questions", { answered });
  return csvResponse(
    "questions.csv",
    [
      { header: "line", value: (row) => row.lines[0] },
      { header: "text", value: (row) => row.text },
      { header: "number", value: (row) => row.raw },
      { header: "question", value: (row) => row.message },
      { header: "asked_at", value: (row) => row.askedAt },
      { header: "answer", value: (row) => row.answer },
    ],
    questions,
  );
}
