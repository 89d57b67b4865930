import type { z } from "zod";
import type { QuestionPage } from "#modules/academy/contract/quizzes.ts";
import type { Call } from "#web/context.ts";
import { allPages } from "#web/csv/csv-response.ts";

/** A question to choose for a section. */
export interface Choice {
  id: string;
  words: string;
  kind: string;
  tags: string[];
}

/** All questions of a course's bank that may be asked. */
export async function loadChoices(call: Call, courseId: string): Promise<Choice[]> {
  const questions = await allPages(async (cursor) => {
    const page = await call<z.output<typeof QuestionPage>>("academy.list_questions", {
      courseId,
      cursor,
      limit: 200,
    });
    return { rows: page.items, next: page.nextCursor };
  });
  return questions.map(({ id, words, slug, kind, tags }) => ({ id, words: words || slug, kind, tags }));
}
