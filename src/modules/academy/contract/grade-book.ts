import { z } from "zod";
import { GradeChangeEntry, Person } from "#modules/academy/contract/marking.ts";
import { Instant, Ppm, SUBMISSION_STATUSES } from "#modules/academy/contract/submissions.ts";

const reason = z.string().trim().min(1).max(2000);
const EnrollmentStatus = z.enum(["active", "suspended", "revoked", "expired", "cancelled"]);

/** Something of a course that is graded, and how much it counts. Of the version in force. */
export const GradeItem = z.object({
  itemKey: z.uuid(),
  kind: z.enum(["quiz", "assignment"]),
  title: z.string(),
  lessonKey: z.uuid(),
  lessonTitle: z.string(),
  passingPercent: z.number().int(),
  /** Percent of the whole; all of them make 100. Not whole where none are set and all count alike. */
  weightPercent: z.number(),
});

/** `scorePpm` counts; `earnedPpm` is what was earned where a person set another. */
export const GradeCell = z.object({
  itemKey: z.uuid(),
  scorePpm: Ppm.nullable(),
  earnedPpm: Ppm.nullable(),
  isOverridden: z.boolean(),
  /** Of the newest submission of an assignment; null: nothing handed in, or a quiz. */
  submissionStatus: z.enum(SUBMISSION_STATUSES).nullable(),
});

export const GradeRow = z.object({
  enrollmentId: z.uuid(),
  student: Person,
  cohortTitle: z.string().nullable(),
  status: EnrollmentStatus,
  cells: z.array(GradeCell),
  /** The weighted mean of what has a score; null: nothing has. */
  totalPpm: Ppm.nullable(),
  /** How much of all weight that is, in percent. */
  weightDone: z.number().int(),
});

export const GetGradeBook = z.object({
  courseId: z.uuid(),
  cohortId: z.uuid().optional(),
  status: EnrollmentStatus.optional(),
  text: z.string().max(120).optional().describe("Part of the student's name"),
  sort: z.enum(["name", "-name", "total", "-total"]).default("name"),
  cursor: z.string().max(600).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const GradeBook = z.object({
  courseId: z.uuid(),
  courseTitle: z.string(),
  items: z.array(GradeItem),
  /** False: nobody set weights, all count alike. */
  hasWeights: z.boolean(),
  rows: z.array(GradeRow),
  nextCursor: z.string().nullable(),
});

/** Weights in whole percent that make 100; none: all count alike again. */
export const SetGradeWeights = z.object({
  courseId: z.uuid(),
  weights: z.array(z.object({ itemKey: z.uuid(), weightPercent: z.number().int().min(0).max(100) })).max(200),
});
export const GradeWeights = z.object({ courseId: z.uuid(), hasWeights: z.boolean() });

export const GradeRef = z.object({ enrollmentId: z.uuid(), itemKey: z.uuid() });
export const OverrideGrade = GradeRef.extend({ scorePpm: Ppm, reason });
export const WithdrawGradeOverride = GradeRef.extend({ reason });
export const ChangedGrade = GradeRef.extend({ scorePpm: Ppm.nullable() });

export const StudentGradesRef = z.object({ enrollmentId: z.uuid() });
/** All grades of one student with what they rest on. */
export const StudentGrades = z.object({
  enrollmentId: z.uuid(),
  courseId: z.uuid(),
  courseTitle: z.string(),
  student: Person,
  cohortTitle: z.string().nullable(),
  status: EnrollmentStatus,
  totalPpm: Ppm.nullable(),
  weightDone: z.number().int(),
  items: z.array(
    GradeItem.extend({
      scorePpm: Ppm.nullable(),
      earnedPpm: Ppm.nullable(),
      override: z
        .object({ scorePpm: Ppm, reason: z.string(), by: Person.nullable(), at: Instant })
        .nullable(),
      submissions: z.array(
        z.object({
          submissionId: z.uuid(),
          number: z.number().int(),
          status: z.enum(SUBMISSION_STATUSES),
          submittedAt: Instant,
          isLate: z.boolean(),
          scorePpm: Ppm.nullable(),
        }),
      ),
      attempts: z.array(
        z.object({
          attemptId: z.uuid(),
          number: z.number().int(),
          status: z.string(),
          startedAt: Instant,
          scorePpm: Ppm.nullable(),
        }),
      ),
    }),
  ),
  history: z.array(GradeChangeEntry),
});

/** Courses that are out; `students` are those who learn now. */
export const CourseWorkList = z.object({
  items: z.array(
    z.object({
      courseId: z.uuid(),
      title: z.string(),
      toMark: z.number().int(),
      students: z.number().int(),
    }),
  ),
});
