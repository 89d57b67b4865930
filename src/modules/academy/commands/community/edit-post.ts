import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { enterThread } from "#modules/academy/community/enter-lesson.ts";
import { lockPost } from "#modules/academy/community/post-row.ts";
import { readPost } from "#modules/academy/community/write-post.ts";
import { EditPost, OnePost } from "#modules/academy/contract/discussions.ts";
import { canEditPost, EDIT_MINUTES } from "#modules/academy/rules/community/post-limits.ts";

/**
 * Changes a post of one's own, within 15 minutes. Errors: `academy.post_unknown`, `academy.post_settled` when the time is
 * over or it was removed or hidden, and those of `enterThread`.
 */
export const editPost = defineCommand({
  name: "academy.edit_post",
  title: "Change a post of mine",
  http: "PUT /learn/posts/:postId",
  access: "customer",
  input: EditPost,
  output: OnePost,
  load: (tx, { postId }) => lockPost(tx, postId),
  allow: (actor, post) => post.person_id !== null && post.person_id === actorPersonId(actor),
  run: async (context, post) => {
    const { tx, now, input } = context;
    await enterThread(tx, context, post.thread_id ?? post.id);
    const isSettled = post.deleted_at !== null || post.hidden_at !== null;
    if (isSettled || !canEditPost(Temporal.Instant.from(post.created_at), now))
      throw refuse(
        "conflict",
        "academy.post_settled",
        `A post can be changed for ${EDIT_MINUTES} minutes. Write a reply instead.`,
      );
    const title = post.thread_id === null ? (input.title ?? post.title) : "";
    await tx.execute(
      sql`UPDATE academy.discussion_post SET title = ${title}, body = ${input.body},
            content = ${JSON.stringify(readPost(input.body))}::jsonb, edited_at = ${now.toString()}
          WHERE id = ${post.id}`,
    );
    return { postId: post.id };
  },
});
