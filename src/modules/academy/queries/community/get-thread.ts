import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { enterThread } from "#modules/academy/community/enter-lesson.ts";
import { POST_COLUMNS, type PostRow } from "#modules/academy/community/post-row.ts";
import { type Post, Thread, ThreadOf } from "#modules/academy/contract/discussions.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";
import { canEditPost } from "#modules/academy/rules/community/post-limits.ts";

type Row = PostRow & { author_name: string | null; is_reported: boolean };

const AUTHOR = sql`academy.discussion_post d LEFT JOIN academy.discussion_author a ON a.person_id = d.person_id`;
const columns = (personId: string) => sql`${POST_COLUMNS}, a.name AS author_name, EXISTS (SELECT FROM
  academy.discussion_report r WHERE r.post_id = d.id AND r.person_id = ${personId}) AS is_reported`;

function toPost(
  row: Row,
  { personId, now }: { personId: string; now: Temporal.Instant },
): z.output<typeof Post> {
  const isMine = row.person_id === personId;
  const isStanding = row.deleted_at === null && row.hidden_at === null;
  return {
    postId: row.id,
    authorName: row.author_name ?? "Somebody who left",
    isStaff: row.is_staff,
    isMine,
    text: row.content,
    body: isMine ? row.body : null,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    isDeleted: row.deleted_at !== null,
    hideReason: row.hidden_at ? row.hide_reason : null,
    isAnswer: row.answer_at !== null,
    canEdit: isMine && isStanding && canEditPost(Temporal.Instant.from(row.created_at), now),
    isReported: row.is_reported,
  };
}

const readFirst = (db: Db, threadId: string, personId: string) =>
  rows<Row>(db, sql`SELECT ${columns(personId)} FROM ${AUTHOR} WHERE d.id = ${threadId}`);

/** A thread of a lesson one takes, its replies page by page. Errors: those of `enterThread`. */
export const getThread = defineQuery({
  name: "academy.get_thread",
  title: "Read a thread of a lesson I take",
  http: "GET /learn/threads/:threadId",
  access: "customer",
  input: ThreadOf,
  output: Thread,
  run: async (context) => {
    const { db, now, input } = context;
    const { enrollment, lesson, thread, course } = await enterThread(db, context, input.threadId);
    const reader = { personId: enrollment.person_id, now };
    const after = readCursor(input.cursor, 2);
    const [first] = await readFirst(db, thread.id, reader.personId);
    if (!first) throw new Error("A thread without its first post");
    const found = rows<Row>(
      db,
      sql`SELECT ${columns(reader.personId)} FROM ${AUTHOR} WHERE d.thread_id = ${thread.id}
            ${after ? sql`AND (d.created_at, d.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
          ORDER BY d.created_at, d.id LIMIT ${input.limit + 1}`,
    );
    const page = await pageOf(found, input.limit, (row) => [row.created_at, row.id]);
    return {
      threadId: thread.id,
      title: thread.title,
      courseSlug: course.slug,
      courseTitle: course.title,
      lessonSlug: lesson.slug,
      lessonTitle: lesson.title,
      isPinned: thread.pinned_at !== null,
      isLocked: thread.locked_at !== null,
      first: toPost(first, reader),
      replies: page.items.map((row) => toPost(row, reader)),
      nextCursor: page.nextCursor,
    };
  },
});
