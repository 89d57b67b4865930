import { actorPersonId } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { getThread } from "#modules/academy/community/post-row.ts";
import { holdThread, writePost } from "#modules/academy/community/write-post.ts";
import { WrittenPost } from "#modules/academy/contract/discussions.ts";
import { ReplyAsStaff } from "#modules/academy/contract/moderation.ts";

/** Replies in a thread in the name of who teaches, also in one that is closed. Errors: `academy.thread_unknown`. */
export const replyAsStaff = defineCommand({
  name: "academy.reply_as_staff",
  title: "Reply to students in a thread",
  http: "POST /academy/threads/:threadId/replies",
  access: "academy:moderate",
  input: ReplyAsStaff,
  output: WrittenPost,
  load: async (tx, { threadId }) => {
    await holdThread(tx, threadId);
    return getThread(tx, threadId);
  },
  run: async (context, thread) => {
    const personId = actorPersonId(context.actor);
    if (personId === null)
      throw refuse("forbidden", "academy.post_needs_author", "Only a person can write to students.");
    const postId = await writePost(context, {
      courseId: thread.course_id,
      lessonKey: thread.lesson_key,
      threadId: thread.id,
      title: "",
      body: context.input.body,
      personId,
      isStaff: true,
    });
    return { postId, threadId: thread.id };
  },
});
