import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCourseBySlug } from "#modules/academy/authoring/course-row.ts";
import { enterLesson } from "#modules/academy/community/enter-lesson.ts";
import { ListThreads, ThreadPage, type ThreadSummary } from "#modules/academy/contract/discussions.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";

type Summary = z.output<typeof ThreadSummary>;

/** Threads about a lesson of one's course: pinned ones first, then by their newest post. Errors: those of `enterLesson`. */
export const listThreads = defineQuery({
  name: "academy.list_threads",
  title: "List the threads about a lesson I take",
  http: "GET /learn/courses/:course/lessons/:lesson/threads",
  access: "customer",
  input: ListThreads,
  output: ThreadPage,
  run: async (context) => {
    const { db, input } = context;
    const { enrollment, lesson } = await enterLesson(db, context, input);
    const after = readCursor(input.cursor, 3);
    const found = rows<Summary>(
      db,
      sql`SELECT * FROM (
            SELECT d.id AS "threadId", d.title, coalesce(a.name, 'Somebody who left') AS "authorName",
              d.is_staff AS "isStaff", to_jsonb(d.created_at) AS "createdAt",
              to_jsonb(coalesce(r.last_at, d.created_at)) AS "lastAt", coalesce(r.count, 0) AS replies,
              d.pinned_at IS NOT NULL AS "isPinned", d.locked_at IS NOT NULL AS "isLocked",
              coalesce(r.answered, false) AS "hasAnswer", coalesce(r.last_at, d.created_at) AS last_at
            FROM academy.discussion_post d LEFT JOIN academy.discussion_author a ON a.person_id = d.person_id
              LEFT JOIN LATERAL (SELECT max(p.created_at) AS last_at, count(*)::int AS count,
                bool_or(p.answer_at IS NOT NULL) AS answered
                FROM academy.discussion_post p WHERE p.thread_id = d.id AND p.deleted_at IS NULL) r ON true
            WHERE d.course_id = ${enrollment.course_id} AND d.lesson_key = ${lesson.key} AND d.thread_id IS NULL
              AND (d.deleted_at IS NULL OR r.count > 0)) t
          ${after ? sql`WHERE (t."isPinned", t.last_at, t."threadId") < (${after[0]}::boolean, ${after[1]}::timestamptz, ${after[2]}::uuid)` : sql``}
          ORDER BY t."isPinned" DESC, t.last_at DESC, t."threadId" DESC LIMIT ${input.limit + 1}`,
    );
    const page = await pageOf(found, input.limit, ({ isPinned, lastAt, threadId }) => [
      String(isPinned),
      lastAt,
      threadId,
    ]);
    const course = await getCourseBySlug(db, input.course);
    return { courseTitle: course.title, lessonTitle: lesson.title, ...page };
  },
});
