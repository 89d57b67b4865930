import { z } from "zod";
import { slug } from "#modules/academy/contract/content.ts";

const instant = z.string().describe("ISO 8601 instant in UTC");
const email = z.string().trim().toLowerCase().pipe(z.email("must be an e-mail address").max(254));

/** Asks somebody to take a course without a sale. `cohortId`: the cohort they come into. */
export const InviteStudent = z.object({
  courseId: z.uuid(),
  email,
  name: z.string().trim().max(120).default("").describe("How the mail greets them"),
  cohortId: z.uuid().nullable().default(null),
});
export const OneCourseInvitation = z.object({ invitationId: z.uuid() });
export const SentCourseInvitation = z.object({ invitationId: z.uuid(), expiresAt: instant });

/** `open` waits for an answer; `expired` can be sent again. */
export const CourseInvitationStatus = z.enum(["open", "expired", "accepted", "revoked"]);

export const ListCourseInvitations = z.object({
  course: slug.optional(),
  status: CourseInvitationStatus.optional(),
  q: z.string().max(200).optional(),
  cursor: z.string().max(600).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const CourseInvitation = z.object({
  invitationId: z.uuid(),
  email: z.string(),
  name: z.string(),
  courseSlug: z.string(),
  courseTitle: z.string(),
  cohortTitle: z.string().nullable(),
  status: CourseInvitationStatus,
  invitedAt: instant,
  expiresAt: instant,
  enrollmentId: z.uuid().nullable(),
});
export const CourseInvitationPage = z.object({
  items: z.array(CourseInvitation),
  nextCursor: z.string().nullable(),
});

/** The end of an invitation's link. */
export const CourseInvitationToken = z.object({ token: z.string().min(20).max(100) });
/** What an invitation is for, to whoever has its link. */
export const ReadCourseInvitation = z.object({
  courseSlug: z.string(),
  courseTitle: z.string(),
  summary: z.string(),
  email: z.string(),
  expiresAt: instant,
});
export const AcceptedCourseInvitation = z.object({ enrollmentId: z.uuid(), courseSlug: z.string() });
