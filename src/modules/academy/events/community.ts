import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

/** Somebody began a thread or replied in one. */
export const PostWritten = defineEvent({
  name: "academy.post_written",
  version: 1,
  title: "Post written in a discussion",
  payload: z.object({
    postId: z.uuid(),
    threadId: z.uuid(),
    courseId: z.uuid(),
    lessonKey: z.uuid(),
    isStaff: z.boolean(),
  }),
});

/** A student asks staff to look at a post. */
export const PostReported = defineEvent({
  name: "academy.post_reported",
  version: 1,
  title: "Post reported",
  payload: z.object({ postId: z.uuid(), threadId: z.uuid(), courseId: z.uuid() }),
});

/** Staff hid a post, brought it back, pinned or locked a thread, or marked an answer. */
export const PostModerated = defineEvent({
  name: "academy.post_moderated",
  version: 1,
  title: "Post moderated",
  payload: z.object({ postId: z.uuid(), threadId: z.uuid(), courseId: z.uuid(), action: z.string() }),
});

/** An announcement went out to the students of a course or cohort. */
export const AnnouncementPublished = defineEvent({
  name: "academy.announcement_published",
  version: 1,
  title: "Announcement published",
  payload: z.object({
    announcementId: z.uuid(),
    courseId: z.uuid(),
    cohortId: z.uuid().nullable(),
    byMail: z.boolean(),
  }),
});

const question = {
  accountId: z.uuid(),
  questionId: z.uuid(),
  courseId: z.uuid(),
  personId: z.uuid(),
  messageId: z.uuid(),
};

/** A student asked, or asked on. */
export const QuestionAsked = defineEvent({
  name: "academy.question_asked",
  version: 1,
  title: "Question asked by a student",
  payload: z.object(question),
});

/** Staff answered a student's question. */
export const QuestionAnswered = defineEvent({
  name: "academy.question_answered",
  version: 1,
  title: "Student's question answered",
  payload: z.object(question),
});
