import type { z } from "zod";
import { ListQuestions } from "#modules/academy/contract/quizzes.ts";
import { readTableQuery } from "#web/table/table-query.ts";

/** What the bank was asked for; an old or mistyped address narrows nothing, rather than failing. */
export function questionsQuery(url: string) {
  const query = readTableQuery(url, { filters: ["course", "kind", "tag", "state"] });
  const { shape } = ListQuestions;
  const input: z.input<typeof ListQuestions> = {
    courseId: shape.courseId.safeParse(query.filters.course).data,
    kind: shape.kind.safeParse(query.filters.kind).data,
    tag: shape.tag.safeParse(query.filters.tag).data,
    state: shape.state.safeParse(query.filters.state).data,
    text: query.q.slice(0, 200) || undefined,
    cursor: query.cursor ?? undefined,
  };
  return { query, input };
}
