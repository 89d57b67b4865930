import { z } from "zod";
import { richText } from "#kernel/browser/rich-text.ts";
import { slug } from "#modules/academy/contract/content.ts";

const instant = z.string().describe("ISO 8601 instant in UTC");

export const MODERATIONS = [
  "hide",
  "restore",
  "pin",
  "unpin",
  "lock",
  "unlock",
  "mark_answer",
  "unmark_answer",
  "dismiss_reports",
] as const;
/**
 * What staff do with a post. Pin and lock are for posts that begin a thread, marking an answer for replies; hiding needs
 * a reason, which its author reads.
 */
export const ModeratePost = z.object({
  postId: z.uuid(),
  action: z.enum(MODERATIONS),
  reason: z.string().trim().max(500).default(""),
});
export const ModeratedPost = z.object({ postId: z.uuid() });
export const ReplyAsStaff = z.object({ threadId: z.uuid(), body: z.string().trim().min(1).max(10_000) });

/** Posts for staff: with open reports, hidden ones, or all; the newest first. */
export const ListPosts = z.object({
  view: z.enum(["reported", "newest", "hidden"]).default("newest"),
  course: slug.optional(),
  q: z.string().max(200).optional(),
  cursor: z.string().max(600).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const ModeratedItem = z.object({
  postId: z.uuid(),
  threadId: z.uuid(),
  title: z.string(),
  excerpt: z.string(),
  authorName: z.string(),
  personId: z.uuid().nullable(),
  isStaff: z.boolean(),
  courseSlug: z.string(),
  courseTitle: z.string(),
  lessonTitle: z.string(),
  createdAt: instant,
  isHidden: z.boolean(),
  isDeleted: z.boolean(),
  openReports: z.number().int(),
});
export const ModeratedPage = z.object({ items: z.array(ModeratedItem), nextCursor: z.string().nullable() });

export const DiscussionThreadOf = z.object({ threadId: z.uuid() });
/** A post as staff see it, with what students said of it. */
export const StaffPost = z.object({
  postId: z.uuid(),
  personId: z.uuid().nullable(),
  authorName: z.string(),
  isStaff: z.boolean(),
  text: richText,
  createdAt: instant,
  editedAt: instant.nullable(),
  isDeleted: z.boolean(),
  hiddenAt: instant.nullable(),
  hideReason: z.string(),
  isAnswer: z.boolean(),
  reports: z.array(z.object({ reason: z.string(), byName: z.string(), at: instant, isSettled: z.boolean() })),
});
/** A whole thread, up to 500 posts. */
export const StaffThread = z.object({
  threadId: z.uuid(),
  title: z.string(),
  courseSlug: z.string(),
  courseTitle: z.string(),
  lessonTitle: z.string(),
  isPinned: z.boolean(),
  isLocked: z.boolean(),
  posts: z.array(StaffPost),
});
