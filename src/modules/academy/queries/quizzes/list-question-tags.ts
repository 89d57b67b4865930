import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListQuestionTags, QuestionTags } from "#modules/academy/contract/quizzes.ts";

/** The tags of a course's bank, with how many questions have them. */
export const listQuestionTags = defineQuery({
  name: "academy.list_question_tags",
  title: "List tags of questions",
  http: "GET /academy/courses/:courseId/question-tags",
  access: "academy:read",
  input: ListQuestionTags,
  output: QuestionTags,
  run: async ({ db, input: { courseId } }) => ({
    items: await rows<{ tag: string; questions: number }>(
      db,
      sql`SELECT tag, count(*)::int AS questions FROM academy.question q, unnest(q.tags) AS tag
          WHERE q.course_id = ${courseId} AND q.archived_at IS NULL GROUP BY tag ORDER BY tag`,
    ),
  }),
});
