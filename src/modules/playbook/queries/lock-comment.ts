import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** A comment that is held until the end of the transaction. */
export interface LockedComment {
  id: string;
  planId: string;
  subjectKind: "node" | "review" | "experiment";
  subjectId: string;
  authorId: string | null;
  mentions: string[];
}

/** Locks a comment. Errors: `playbook.comment_not_found`, also when it was removed. */
export async function lockComment(tx: Tx, commentId: string): Promise<LockedComment> {
  const comment = await firstRow<LockedComment>(
    tx,
    sql`SELECT id, plan_id AS "planId", subject_kind AS "subjectKind", subject_id AS "subjectId",
               author_id AS "authorId", to_jsonb(mentions) AS mentions
        FROM playbook.comment WHERE id = ${commentId} AND removed_at IS NULL FOR UPDATE`,
  );
  if (!comment) throw refuse("not_found", "playbook.comment_not_found", "This comment is not here any more.");
  return comment;
}
