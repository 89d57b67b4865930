import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getThread as readThread } from "#modules/academy/community/post-row.ts";
import { DiscussionThreadOf, type StaffPost, StaffThread } from "#modules/academy/contract/moderation.ts";

/** Above this a thread is read as an export, not on a page. */
const MOST_POSTS = 500;

const readPosts = (db: Db, threadId: string) =>
  rows<z.output<typeof StaffPost>>(
    db,
    sql`SELECT d.id AS "postId", d.person_id AS "personId", coalesce(a.name, 'Somebody who left') AS "authorName",
          d.is_staff AS "isStaff", d.content AS text, to_jsonb(d.created_at) AS "createdAt",
          to_jsonb(d.edited_at) AS "editedAt", d.deleted_at IS NOT NULL AS "isDeleted",
          to_jsonb(d.hidden_at) AS "hiddenAt", d.hide_reason AS "hideReason", d.answer_at IS NOT NULL AS "isAnswer",
          coalesce((SELECT jsonb_agg(jsonb_build_object('reason', r.reason, 'byName', p.name, 'at', r.created_at,
              'isSettled', r.settled_at IS NOT NULL) ORDER BY r.created_at)
            FROM academy.discussion_report r JOIN auth.person p ON p.id = r.person_id WHERE r.post_id = d.id), '[]')
            AS reports
        FROM academy.discussion_post d LEFT JOIN academy.discussion_author a ON a.person_id = d.person_id
        WHERE d.id = ${threadId} OR d.thread_id = ${threadId}
        ORDER BY d.thread_id IS NOT NULL, d.created_at, d.id LIMIT ${MOST_POSTS}`,
  );

/** A thread as who moderates sees it: hidden posts and reports too. Errors: `academy.thread_unknown`. */
export const getDiscussionThread = defineQuery({
  name: "academy.get_discussion_thread",
  title: "Read a thread with its reports",
  http: "GET /academy/threads/:threadId",
  access: "academy:moderate",
  input: DiscussionThreadOf,
  output: StaffThread,
  load: (db, { threadId }) => readThread(db, threadId),
  run: async ({ db }, thread) => {
    const place = await firstRow<{ slug: string; title: string; lesson: string | null }>(
      db,
      sql`SELECT c.slug, c.title, (SELECT l.title FROM academy.lesson l
              JOIN academy.curriculum v ON v.id = l.curriculum_id
            WHERE v.course_id = c.id AND l.key = ${thread.lesson_key} ORDER BY v.number DESC LIMIT 1) AS lesson
          FROM academy.course c WHERE c.id = ${thread.course_id}`,
    );
    if (!place) throw new Error("A thread without its course");
    return {
      threadId: thread.id,
      title: thread.title,
      courseSlug: place.slug,
      courseTitle: place.title,
      lessonTitle: place.lesson ?? "",
      isPinned: thread.pinned_at !== null,
      isLocked: thread.locked_at !== null,
      posts: await readPosts(db, thread.id),
    };
  },
});
