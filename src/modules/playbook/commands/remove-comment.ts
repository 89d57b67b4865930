import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { AddedComment, RemoveComment } from "#modules/playbook/contract/comments.ts";
import { canRemoveComment } from "#modules/playbook/policy.ts";
import { lockComment } from "#modules/playbook/queries/lock-comment.ts";

/** Takes a comment away. Errors: `playbook.comment_not_found`. */
export const removeComment = defineCommand({
  name: "playbook.remove_comment",
  title: "Remove a comment",
  http: "DELETE /playbook/comments/:commentId",
  access: "playbook:report",
  input: RemoveComment,
  output: AddedComment,
  load: (tx, { commentId }) => lockComment(tx, commentId),
  allow: canRemoveComment,
  run: async ({ tx, now }, { id }) => {
    await tx.execute(sql`UPDATE playbook.comment SET removed_at = ${now.toString()} WHERE id = ${id}`);
    return { commentId: id };
  },
});
