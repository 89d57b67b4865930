import { defineCommand } from "#kernel/operation/operation.ts";
import { enterLesson } from "#modules/academy/community/enter-lesson.ts";
import { writePost } from "#modules/academy/community/write-post.ts";
import { StartThread, WrittenPost } from "#modules/academy/contract/discussions.ts";

/** Begins a thread about a lesson. Errors: those of `enterLesson`, `academy.posts_too_fast`. */
export const startThread = defineCommand({
  name: "academy.start_thread",
  title: "Begin a thread about a lesson I take",
  http: "POST /learn/courses/:course/lessons/:lesson/threads",
  access: "customer",
  input: StartThread,
  output: WrittenPost,
  run: async (context) => {
    const { tx, input } = context;
    const { enrollment, lesson } = await enterLesson(tx, context, input);
    const postId = await writePost(context, {
      courseId: enrollment.course_id,
      lessonKey: lesson.key,
      threadId: null,
      title: input.title,
      body: input.body,
      personId: enrollment.person_id,
      isStaff: false,
    });
    return { postId, threadId: postId };
  },
});
