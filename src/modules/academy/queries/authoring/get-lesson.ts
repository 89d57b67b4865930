import type { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { GetLesson, LessonForAuthors } from "#modules/academy/contract/authoring-course.ts";

/** A lesson with its blocks, as the draft has it, else as it is in force. Errors: `academy.lesson_unknown`. */
export const getLesson = defineQuery({
  name: "academy.get_lesson",
  title: "Show a lesson to its authors",
  http: "GET /academy/courses/:courseId/lessons/:lessonKey",
  access: "academy:read",
  input: GetLesson,
  output: LessonForAuthors,
  run: async ({ db, input: { courseId, lessonKey } }) => {
    const lesson = await firstRow<z.output<typeof LessonForAuthors>>(
      db,
      sql`SELECT l.key, l.slug, l.title, l.summary, l.minutes, l.is_preview AS "isPreview", l.completion, l.opening,
            l.blocks, l.revision, m.key AS "moduleKey", m.title AS "moduleTitle", c.status AS "curriculumStatus",
            to_jsonb(l.updated_at) AS "updatedAt", p.name AS "updatedBy"
          FROM academy.lesson l JOIN academy.curriculum c ON c.id = l.curriculum_id
            JOIN academy.module m ON m.id = l.module_id LEFT JOIN auth.person p ON p.id = l.updated_by
          WHERE c.id = (SELECT id FROM academy.curriculum WHERE course_id = ${courseId} AND status IN ('draft', 'published')
              ORDER BY number DESC LIMIT 1)
            AND l.key = ${lessonKey}`,
    );
    if (!lesson)
      throw refuse("not_found", "academy.lesson_unknown", "There is no such lesson in this course.");
    return lesson;
  },
});
