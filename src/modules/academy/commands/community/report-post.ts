import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { enterThread } from "#modules/academy/community/enter-lesson.ts";
import { getPost } from "#modules/academy/community/post-row.ts";
import { OnePost, ReportPost } from "#modules/academy/contract/discussions.ts";
import { PostReported } from "#modules/academy/events/community.ts";

/** Asks staff to look at a post of somebody else, once. Errors: `academy.post_unknown`, `academy.post_own`, those of `enterThread`. */
export const reportPost = defineCommand({
  name: "academy.report_post",
  title: "Report a post to staff",
  http: "POST /learn/posts/:postId/reports",
  access: "customer",
  input: ReportPost,
  output: OnePost,
  load: (tx, { postId }) => getPost(tx, postId),
  run: async (context, post) => {
    const { tx, now, input, emit } = context;
    const { enrollment } = await enterThread(tx, context, post.thread_id ?? post.id);
    if (post.person_id === enrollment.person_id)
      throw refuse("conflict", "academy.post_own", "This post is yours. You can remove it.");
    const made = await tx.execute(
      sql`INSERT INTO academy.discussion_report (post_id, person_id, reason, created_at)
          VALUES (${post.id}, ${enrollment.person_id}, ${input.reason}, ${now.toString()}) ON CONFLICT DO NOTHING`,
    );
    if (made.rowCount)
      await emit(PostReported, {
        postId: post.id,
        threadId: post.thread_id ?? post.id,
        courseId: post.course_id,
      });
    return { postId: post.id };
  },
});
