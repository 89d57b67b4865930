import { z } from "zod";
import { ENROLLMENT_STATUSES, outlineItem, ruleProgress } from "#modules/academy/contract/learning.ts";
import { slug } from "#modules/academy/contract/content.ts";

const instant = z.string();
const text = z.string().trim();

/** Enrols somebody without a sale; a stranger's address makes a person and an account. */
export const EnrolStudent = z.object({
  courseId: z.uuid(),
  email: z.email().max(254),
  name: text.min(1).max(200),
  /** IANA zone; left out: the company's. */
  zone: z.string().max(60).optional(),
  cohortId: z.uuid().nullable().default(null),
});
export const EnrolledStudent = z.object({ enrollmentId: z.uuid(), isNew: z.boolean() });

/** Takes a student out of a course, or lets them in again. The record stays. */
export const ChangeEnrollment = z.object({
  enrollmentId: z.uuid(),
  status: z.enum(["active", "suspended", "cancelled"]),
  reason: text.min(1).max(500),
});
export const ChangedEnrollment = z.object({ status: z.enum(ENROLLMENT_STATUSES) });

/** Opens a lesson for one student at an instant (null: at once), or by the rule again. */
export const SetOpening = z.object({
  enrollmentId: z.uuid(),
  lessonKey: z.uuid(),
  opensAt: z.iso.datetime({ offset: true }).nullable(),
  reason: text.min(1).max(500),
});
export const ClearOpening = z.object({ enrollmentId: z.uuid(), lessonKey: z.uuid() });

/** Students of a course or of all. `q` is part of a name or address. */
export const ListEnrollments = z.object({
  course: slug.optional(),
  status: z.enum(ENROLLMENT_STATUSES).optional(),
  q: z.string().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
/** A student in a list. `done` of `total` lessons. */
export const EnrollmentItem = z.object({
  enrollmentId: z.uuid(),
  personId: z.uuid(),
  accountId: z.uuid(),
  name: z.string(),
  email: z.string(),
  courseSlug: z.string(),
  courseTitle: z.string(),
  status: z.enum(ENROLLMENT_STATUSES),
  sourceKind: z.string(),
  startedAt: instant,
  lastActiveAt: instant.nullable(),
  completedAt: instant.nullable(),
  done: z.number().int(),
  total: z.number().int(),
});
export const EnrollmentPage = z.object({ items: z.array(EnrollmentItem), nextCursor: z.string().nullable() });

export const OneEnrollment = z.object({ enrollmentId: z.uuid() });
/** A student's record: lessons with rule and evidence, and every status it had. */
export const EnrollmentRecord = EnrollmentItem.extend({
  zone: z.string(),
  cohortId: z.uuid().nullable(),
  lessons: z.array(
    outlineItem.extend({
      moduleTitle: z.string(),
      progress: ruleProgress,
      override: z.object({ opensAt: instant.nullable(), reason: z.string() }).nullable(),
    }),
  ),
  history: z.array(
    z.object({
      at: instant,
      status: z.enum(ENROLLMENT_STATUSES),
      cause: z.string(),
      byName: z.string().nullable(),
    }),
  ),
});

/** The zone a student's lessons open by. */
export const SetMyZone = z.object({ course: slug, zone: z.string().min(1).max(60) });
