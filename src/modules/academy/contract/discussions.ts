import { z } from "zod";
import { richText } from "#kernel/browser/rich-text.ts";
import { slug } from "#modules/academy/contract/content.ts";

const instant = z.string().describe("ISO 8601 instant in UTC");
/** Plain text; paragraphs, lists, quotes, code and links as in Markdown. */
const body = z.string().trim().min(1).max(10_000);
const title = z.string().trim().min(1).max(200);
const cursor = z.string().max(600).optional();

/** The discussion of a lesson of one's course, by addresses. */
const lesson = { course: slug, lesson: slug };
export const StartThread = z.object({ ...lesson, title, body });
export const ReplyToThread = z.object({ threadId: z.uuid(), body });
export const WrittenPost = z.object({ postId: z.uuid(), threadId: z.uuid() });

/** `title` counts for a post that begins a thread. */
export const EditPost = z.object({ postId: z.uuid(), title: title.optional(), body });
export const OnePost = z.object({ postId: z.uuid() });
export const ReportPost = z.object({ postId: z.uuid(), reason: z.string().trim().min(1).max(1000) });

export const ListThreads = z.object({
  ...lesson,
  cursor,
  limit: z.number().int().min(1).max(100).default(30),
});
/** A thread in a list. `lastAt`: its newest post. */
export const ThreadSummary = z.object({
  threadId: z.uuid(),
  title: z.string(),
  authorName: z.string(),
  isStaff: z.boolean(),
  createdAt: instant,
  lastAt: instant,
  replies: z.number().int(),
  isPinned: z.boolean(),
  isLocked: z.boolean(),
  hasAnswer: z.boolean(),
});
export const ThreadPage = z.object({
  courseTitle: z.string(),
  lessonTitle: z.string(),
  items: z.array(ThreadSummary),
  nextCursor: z.string().nullable(),
});

/** A post as a student sees it. `body`, as typed, for its author alone; `hideReason` tells them why others do not see it. */
export const Post = z.object({
  postId: z.uuid(),
  authorName: z.string(),
  isStaff: z.boolean(),
  isMine: z.boolean(),
  text: richText,
  body: z.string().nullable(),
  createdAt: instant,
  editedAt: instant.nullable(),
  isDeleted: z.boolean(),
  hideReason: z.string().nullable(),
  isAnswer: z.boolean(),
  canEdit: z.boolean(),
  isReported: z.boolean(),
});
export const ThreadOf = z.object({
  threadId: z.uuid(),
  cursor,
  limit: z.number().int().min(1).max(200).default(100),
});
/** A thread: its first post and a page of replies, the oldest first. */
export const Thread = z.object({
  threadId: z.uuid(),
  title: z.string(),
  courseSlug: z.string(),
  courseTitle: z.string(),
  lessonSlug: z.string(),
  lessonTitle: z.string(),
  isPinned: z.boolean(),
  isLocked: z.boolean(),
  first: Post,
  replies: z.array(Post),
  nextCursor: z.string().nullable(),
});

/** What one is called in discussions. */
export const DiscussionName = z.object({ name: z.string().trim().min(1).max(80) });
