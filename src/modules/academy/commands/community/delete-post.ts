import { actorPersonId } from "#kernel/actor.ts";
import { EMPTY_TEXT } from "#kernel/browser/rich-text.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { enterThread } from "#modules/academy/community/enter-lesson.ts";
import { lockPost } from "#modules/academy/community/post-row.ts";
import { OnePost } from "#modules/academy/contract/discussions.ts";

/** Removes the words of a post of one's own; that one was there stays, so that replies make sense. Errors: `academy.post_unknown`. */
export const deletePost = defineCommand({
  name: "academy.delete_post",
  title: "Remove a post of mine",
  http: "DELETE /learn/posts/:postId",
  access: "customer",
  input: OnePost,
  output: OnePost,
  load: (tx, { postId }) => lockPost(tx, postId),
  allow: (actor, post) => post.person_id !== null && post.person_id === actorPersonId(actor),
  run: async (context, post) => {
    const { tx, now, input } = context;
    await enterThread(tx, context, post.thread_id ?? post.id);
    await tx.execute(
      sql`UPDATE academy.discussion_post SET body = '', content = ${JSON.stringify(EMPTY_TEXT)}::jsonb,
            deleted_at = coalesce(deleted_at, ${now.toString()}) WHERE id = ${post.id}`,
    );
    return input;
  },
});
