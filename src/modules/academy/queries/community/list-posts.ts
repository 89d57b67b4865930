import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListPosts, type ModeratedItem, ModeratedPage } from "#modules/academy/contract/moderation.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";

type Item = z.output<typeof ModeratedItem>;

const VIEWS = {
  reported: sql`AND r.open > 0`,
  hidden: sql`AND d.hidden_at IS NOT NULL`,
  newest: sql``,
};

/** The title of the lesson in the newest version that has it. */
const LESSON_TITLE = sql`coalesce((SELECT l.title FROM academy.lesson l JOIN academy.curriculum v ON v.id = l.curriculum_id
  WHERE v.course_id = d.course_id AND l.key = d.lesson_key ORDER BY v.number DESC LIMIT 1), '')`;

/** Posts of discussions for who moderates, the newest first. Errors: `academy.cursor_unknown`. */
export const listPosts = defineQuery({
  name: "academy.list_posts",
  title: "List posts of discussions",
  http: "GET /academy/posts",
  access: "academy:moderate",
  input: ListPosts,
  output: ModeratedPage,
  run: async ({ db, input }) => {
    const after = readCursor(input.cursor, 2);
    const found = rows<Item>(
      db,
      sql`SELECT d.id AS "postId", t.id AS "threadId", t.title, left(d.body, 300) AS excerpt,
            coalesce(a.name, 'Somebody who left') AS "authorName", d.person_id AS "personId", d.is_staff AS "isStaff",
            c.slug AS "courseSlug", c.title AS "courseTitle", ${LESSON_TITLE} AS "lessonTitle",
            to_jsonb(d.created_at) AS "createdAt", d.hidden_at IS NOT NULL AS "isHidden",
            d.deleted_at IS NOT NULL AS "isDeleted", r.open AS "openReports"
          FROM academy.discussion_post d JOIN academy.discussion_post t ON t.id = coalesce(d.thread_id, d.id)
            JOIN academy.course c ON c.id = d.course_id
            LEFT JOIN academy.discussion_author a ON a.person_id = d.person_id
            CROSS JOIN LATERAL (SELECT count(*)::int AS open FROM academy.discussion_report o
              WHERE o.post_id = d.id AND o.settled_at IS NULL) r
          WHERE true ${VIEWS[input.view]}
            ${input.course ? sql`AND c.slug = ${input.course}` : sql``}
            ${input.q ? sql`AND (strpos(lower(d.body), lower(${input.q})) > 0 OR strpos(lower(t.title), lower(${input.q})) > 0 OR strpos(lower(a.name), lower(${input.q})) > 0)` : sql``}
            ${after ? sql`AND (d.created_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
          ORDER BY d.created_at DESC, d.id DESC LIMIT ${input.limit + 1}`,
    );
    return pageOf(found, input.limit, ({ createdAt, postId }) => [createdAt, postId]);
  },
});
