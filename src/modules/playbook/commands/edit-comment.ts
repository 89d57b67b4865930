import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { AddedComment, EditComment } from "#modules/playbook/contract/comments.ts";
import { CommentAdded } from "#modules/playbook/events/work.ts";
import { canEditComment } from "#modules/playbook/policy.ts";
import { idList } from "#modules/playbook/queries/bindings.ts";
import { calledPeople } from "#modules/playbook/queries/called-people.ts";
import { getSubject } from "#modules/playbook/queries/comment-subject.ts";
import { lockComment } from "#modules/playbook/queries/lock-comment.ts";

/** Changes one's own words; only people called for the first time are told. Errors: `playbook.comment_not_found`. */
export const editComment = defineCommand({
  name: "playbook.edit_comment",
  title: "Change a comment of one's own",
  http: "PATCH /playbook/comments/:commentId",
  access: "playbook:report",
  input: EditComment,
  output: AddedComment,
  load: (tx, { commentId }) => lockComment(tx, commentId),
  allow: canEditComment,
  run: async ({ tx, input, now, emit }, comment) => {
    const mentions = await calledPeople(tx, input, comment.mentions);
    const called = mentions.filter((personId) => !comment.mentions.includes(personId));
    await tx.execute(
      sql`UPDATE playbook.comment SET body = ${input.body}, mentions = ARRAY${idList(mentions)},
            edited_at = ${now.toString()} WHERE id = ${comment.id}`,
    );
    const { id: commentId, planId, subjectKind, subjectId } = comment;
    if (called.length > 0) {
      const { title: subject } = await getSubject(tx, subjectKind, subjectId);
      await emit(CommentAdded, { commentId, planId, subjectKind, subjectId, subject, mentions: called });
    }
    return { commentId };
  },
});
