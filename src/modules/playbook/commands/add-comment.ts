import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { AddComment, AddedComment } from "#modules/playbook/contract/comments.ts";
import { CommentAdded } from "#modules/playbook/events/work.ts";
import { idList } from "#modules/playbook/queries/bindings.ts";
import { calledPeople } from "#modules/playbook/queries/called-people.ts";
import { getSubject } from "#modules/playbook/queries/comment-subject.ts";

/**
 * Writes a comment on a part of the plan, a review or an experiment; the people it calls, chosen or named as `@Name`, are told.
 * Errors: `playbook.subject_not_found`, `playbook.assignee_unknown` for a mention of nobody.
 */
export const addComment = defineCommand({
  name: "playbook.add_comment",
  title: "Comment on a part of the plan, a review or an experiment",
  http: "POST /playbook/comments",
  access: "playbook:report",
  input: AddComment,
  output: AddedComment,
  load: (tx, { subjectKind, subjectId }) => getSubject(tx, subjectKind, subjectId),
  run: async ({ tx, input, now, actor, emit }, { planId, title }) => {
    const { subjectKind, subjectId, body } = input;
    const mentions = await calledPeople(tx, input);
    const commentId = newId();
    await tx.execute(
      sql`INSERT INTO playbook.comment (id, plan_id, subject_kind, subject_id, body, mentions, author_id, created_at)
          VALUES (${commentId}, ${planId}, ${subjectKind}, ${subjectId}, ${body}, ARRAY${idList(mentions)},
            ${actorPersonId(actor)}, ${now.toString()})`,
    );
    await emit(CommentAdded, { commentId, planId, subjectKind, subjectId, subject: title, mentions });
    return { commentId };
  },
});
