import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { RichText } from "#kernel/browser/rich-text.ts";

/** A post of a discussion. `thread_id` null: it begins a thread. Instants as ISO 8601 text. */
export interface PostRow {
  id: string;
  course_id: string;
  lesson_key: string;
  thread_id: string | null;
  title: string;
  person_id: string | null;
  is_staff: boolean;
  body: string;
  content: RichText;
  created_at: string;
  edited_at: string | null;
  deleted_at: string | null;
  hidden_at: string | null;
  hide_reason: string;
  pinned_at: string | null;
  locked_at: string | null;
  answer_at: string | null;
}

/** Columns of a post; `d` is the table. */
export const POST_COLUMNS = sql`d.id, d.course_id, d.lesson_key, d.thread_id, d.title, d.person_id, d.is_staff, d.body,
  d.content, to_jsonb(d.created_at) AS created_at, to_jsonb(d.edited_at) AS edited_at,
  to_jsonb(d.deleted_at) AS deleted_at, to_jsonb(d.hidden_at) AS hidden_at, d.hide_reason,
  to_jsonb(d.pinned_at) AS pinned_at, to_jsonb(d.locked_at) AS locked_at, to_jsonb(d.answer_at) AS answer_at`;

const postUnknown = () =>
  refuse("not_found", "academy.post_unknown", "There is no such post. It may have been removed.");

/** Reads a post; a customer's operation finds those of courses the person takes now. Errors: `academy.post_unknown`. */
export async function getPost(db: Db, postId: string, lock = sql``): Promise<PostRow> {
  const found = await firstRow<PostRow>(
    db,
    sql`SELECT ${POST_COLUMNS} FROM academy.discussion_post d WHERE d.id = ${postId} ${lock}`,
  );
  if (!found) throw postUnknown();
  return found;
}

/** The same, locked: of those who change it at once one goes after the other. */
export const lockPost = (db: Db, postId: string): Promise<PostRow> =>
  getPost(db, postId, sql`FOR NO KEY UPDATE OF d`);

/** A post that begins a thread. Errors: `academy.thread_unknown`. */
export async function getThread(db: Db, threadId: string): Promise<PostRow> {
  const found = await firstRow<PostRow>(
    db,
    sql`SELECT ${POST_COLUMNS} FROM academy.discussion_post d WHERE d.id = ${threadId} AND d.thread_id IS NULL`,
  );
  if (!found)
    throw refuse("not_found", "academy.thread_unknown", "There is no such thread. It may have been removed.");
  return found;
}
