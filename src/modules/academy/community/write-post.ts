import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { fromMarkdown } from "#kernel/rich-text/rich-text.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { keepAuthor } from "#modules/academy/community/keep-author.ts";
import { PostWritten } from "#modules/academy/events/community.ts";
import { plainSubset } from "#modules/academy/rules/community/plain-subset.ts";
import { POSTS_AT_ONCE, RATE_MINUTES } from "#modules/academy/rules/community/post-limits.ts";

/** A post as it is written. `title` of one that begins a thread, `threadId` of a reply. */
export interface NewPost {
  courseId: string;
  lessonKey: string;
  threadId: string | null;
  title: string;
  body: string;
  personId: string;
  isStaff: boolean;
}

/** What a typed post reads as. */
export const readPost = (body: string) => plainSubset(fromMarkdown(body));

/** Counted one after the other for each person, so that many at once are no way around it. */
async function demandPace(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended('academy.posts:' || ${personId}::text, 0))`,
  );
  const found = await firstRow<{ count: number }>(
    tx,
    sql`SELECT count(*)::int AS count FROM academy.discussion_post WHERE person_id = ${personId}
          AND created_at > ${now.subtract({ minutes: RATE_MINUTES }).toString()}`,
  );
  if ((found?.count ?? 0) >= POSTS_AT_ONCE)
    throw refuse(
      "rate_limited",
      "academy.posts_too_fast",
      `You wrote ${POSTS_AT_ONCE} posts in ${RATE_MINUTES} minutes. Wait a little before the next; your text stays here.`,
      { retryAfterSeconds: 60 },
    );
}

/** Whoever locks a thread and whoever replies wait for each other. */
export async function holdThread(tx: Tx, threadId: string): Promise<void> {
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended('academy.thread:' || ${threadId}::text, 0))`,
  );
}

/** Writes a post. Errors: `academy.posts_too_fast` for students. */
export async function writePost(ctx: AcademyContext, post: NewPost): Promise<string> {
  const { tx, now } = ctx;
  if (!post.isStaff) await demandPace(tx, post.personId, now);
  await keepAuthor(tx, { personId: post.personId, now });
  const id = newId();
  await tx.execute(
    sql`INSERT INTO academy.discussion_post (id, course_id, lesson_key, thread_id, title, person_id, is_staff, body,
          content, created_at)
        VALUES (${id}, ${post.courseId}, ${post.lessonKey}, ${post.threadId}, ${post.title}, ${post.personId},
          ${post.isStaff}, ${post.body}, ${JSON.stringify(readPost(post.body))}::jsonb, ${now.toString()})`,
  );
  await ctx.emit(PostWritten, {
    postId: id,
    threadId: post.threadId ?? id,
    courseId: post.courseId,
    lessonKey: post.lessonKey,
    isStaff: post.isStaff,
  });
  return id;
}
