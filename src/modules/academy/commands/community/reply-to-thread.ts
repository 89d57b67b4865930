import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { enterThread } from "#modules/academy/community/enter-lesson.ts";
import { holdThread, writePost } from "#modules/academy/community/write-post.ts";
import { ReplyToThread, WrittenPost } from "#modules/academy/contract/discussions.ts";

/** Replies in a thread. Errors: those of `enterThread`, `academy.thread_locked`, `academy.posts_too_fast`. */
export const replyToThread = defineCommand({
  name: "academy.reply_to_thread",
  title: "Reply in a thread of a lesson I take",
  http: "POST /learn/threads/:threadId/replies",
  access: "customer",
  input: ReplyToThread,
  output: WrittenPost,
  run: async (context) => {
    const { tx, input } = context;
    await holdThread(tx, input.threadId);
    const { enrollment, thread } = await enterThread(tx, context, input.threadId);
    if (thread.locked_at)
      throw refuse("conflict", "academy.thread_locked", "Staff closed this thread. Begin a new one.");
    const postId = await writePost(context, {
      courseId: thread.course_id,
      lessonKey: thread.lesson_key,
      threadId: thread.id,
      title: "",
      body: input.body,
      personId: enrollment.person_id,
      isStaff: false,
    });
    return { postId, threadId: thread.id };
  },
});
