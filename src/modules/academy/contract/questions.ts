import { z } from "zod";
import { richText } from "#kernel/browser/rich-text.ts";
import { slug } from "#modules/academy/contract/content.ts";

const instant = z.string().describe("ISO 8601 instant in UTC");
const body = z.string().trim().min(1).max(10_000);
const cursor = z.string().max(600).optional();

/** `open`: staff are to say something. `answered`: they did. */
export const QuestionStatus = z.enum(["open", "answered"]);

/** A private question to who teaches, from a lesson or about the course as a whole. */
export const AskQuestion = z.object({
  course: slug,
  lesson: slug.nullable().default(null),
  subject: z.string().trim().min(1).max(200),
  body,
});
export const AskOn = z.object({ questionId: z.uuid(), body });
export const AskedQuestion = z.object({ questionId: z.uuid(), messageId: z.uuid() });

export const MyQuestionsOf = z.object({ course: slug });
const message = z.object({
  messageId: z.uuid(),
  authorName: z.string(),
  isStaff: z.boolean(),
  text: richText,
  at: instant,
});
/** A question with everything said in it, the oldest first. */
export const MyQuestion = z.object({
  questionId: z.uuid(),
  subject: z.string(),
  status: QuestionStatus,
  lessonSlug: z.string().nullable(),
  lessonTitle: z.string().nullable(),
  createdAt: instant,
  lastAt: instant,
  messages: z.array(message),
});
export const MyQuestions = z.object({ courseTitle: z.string(), questions: z.array(MyQuestion) });

/** `assignee`: `me`, `nobody`, or a person's id. */
export const ListStudentQuestions = z.object({
  status: QuestionStatus.optional(),
  course: slug.optional(),
  assignee: z.union([z.enum(["me", "nobody"]), z.uuid()]).optional(),
  q: z.string().max(200).optional(),
  cursor,
  limit: z.number().int().min(1).max(200).default(50),
});
export const StudentQuestionItem = z.object({
  questionId: z.uuid(),
  subject: z.string(),
  status: QuestionStatus,
  studentName: z.string(),
  personId: z.uuid(),
  accountId: z.uuid(),
  enrollmentId: z.uuid(),
  courseSlug: z.string(),
  courseTitle: z.string(),
  lessonTitle: z.string().nullable(),
  assigneeId: z.uuid().nullable(),
  assigneeName: z.string().nullable(),
  createdAt: instant,
  lastAt: instant,
});
export const StudentQuestionPage = z.object({
  items: z.array(StudentQuestionItem),
  nextCursor: z.string().nullable(),
});
export const StudentQuestionOf = z.object({ questionId: z.uuid() });
/** `staff`: who can be assigned. */
export const StudentQuestion = StudentQuestionItem.extend({
  messages: z.array(message),
  staff: z.array(z.object({ personId: z.uuid(), name: z.string() })),
});
export const AnswerQuestion = z.object({ questionId: z.uuid(), body });
export const AssignQuestion = z.object({ questionId: z.uuid(), personId: z.uuid().nullable() });
export const SetQuestionStatus = z.object({ questionId: z.uuid(), status: QuestionStatus });
