import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { getPost, lockPost, type PostRow } from "#modules/academy/community/post-row.ts";
import { holdThread } from "#modules/academy/community/write-post.ts";
import { type MODERATIONS, ModeratedPost, ModeratePost } from "#modules/academy/contract/moderation.ts";
import { PostModerated } from "#modules/academy/events/community.ts";
import { moderationFault } from "#modules/academy/rules/community/moderate.ts";

type Action = (typeof MODERATIONS)[number];

function change(action: Action, { at, by, reason }: { at: string; by: string | null; reason: string }) {
  switch (action) {
    case "hide":
      return sql`hidden_at = coalesce(hidden_at, ${at}), hidden_by = ${by}, hide_reason = ${reason}`;
    case "restore":
      return sql`hidden_at = NULL, hidden_by = NULL, hide_reason = ''`;
    case "pin":
      return sql`pinned_at = coalesce(pinned_at, ${at})`;
    case "unpin":
      return sql`pinned_at = NULL`;
    case "lock":
      return sql`locked_at = coalesce(locked_at, ${at})`;
    case "unlock":
      return sql`locked_at = NULL`;
    case "mark_answer":
      return sql`answer_at = coalesce(answer_at, ${at})`;
    case "unmark_answer":
      return sql`answer_at = NULL`;
    case "dismiss_reports":
      return null;
  }
}

/** Whatever staff decide about what was reported, the reports are answered by it. */
async function settleReports({ tx, now, actor }: AcademyContext, post: PostRow): Promise<void> {
  await tx.execute(
    sql`UPDATE academy.discussion_report SET settled_at = ${now.toString()}, settled_by = ${actorPersonId(actor)}
        WHERE post_id = ${post.id} AND settled_at IS NULL`,
  );
}

/**
 * Hides a post or brings it back, pins or closes a thread, marks an answer, or leaves a reported post as it is. Errors:
 * `academy.post_unknown`, `academy.moderation_unfit` with the field in its issues.
 */
export const moderatePost = defineCommand({
  name: "academy.moderate_post",
  title: "Moderate a post of a discussion",
  http: "POST /academy/posts/:postId/moderation",
  access: "academy:moderate",
  input: ModeratePost,
  output: ModeratedPost,
  load: async (tx, { postId }) => {
    const post = await getPost(tx, postId);
    // Replies wait at the thread: the same order everywhere, so that nobody waits in a circle.
    await holdThread(tx, post.thread_id ?? post.id);
    return lockPost(tx, postId);
  },
  run: async (context, post) => {
    const { tx, now, actor, emit, input } = context;
    const { action, reason } = input;
    const fault = moderationFault(
      { isThread: post.thread_id === null, isDeleted: post.deleted_at !== null },
      action,
      reason,
    );
    if (fault)
      throw refuse("invalid", "academy.moderation_unfit", fault, {
        issues: [{ path: action === "hide" ? "reason" : "action", message: fault }],
      });
    const set = change(action, { at: now.toString(), by: actorPersonId(actor), reason });
    if (set) await tx.execute(sql`UPDATE academy.discussion_post SET ${set} WHERE id = ${post.id}`);
    if (action === "hide" || action === "restore" || action === "dismiss_reports")
      await settleReports(context, post);
    await emit(PostModerated, {
      postId: post.id,
      threadId: post.thread_id ?? post.id,
      courseId: post.course_id,
      action,
    });
    return { postId: post.id };
  },
});
