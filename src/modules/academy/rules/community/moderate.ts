/** A post as moderation looks at it. */
export interface ModeratedPost {
  isThread: boolean;
  isDeleted: boolean;
}

const OF_THREADS = new Set(["pin", "unpin", "lock", "unlock"]);
const OF_REPLIES = new Set(["mark_answer", "unmark_answer"]);

/** Why staff cannot do something with a post; undefined where they can. */
export function moderationFault(post: ModeratedPost, action: string, reason: string): string | undefined {
  if (OF_THREADS.has(action) && !post.isThread) return "Only a whole thread is pinned or closed.";
  if (OF_REPLIES.has(action) && (post.isThread || post.isDeleted)) return "Only a reply answers a thread.";
  if (action === "hide" && reason === "") return "Say why it is hidden; its author reads it.";
  return undefined;
}
