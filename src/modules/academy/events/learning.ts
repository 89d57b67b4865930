import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

const enrollment = {
  accountId: z.uuid(),
  enrollmentId: z.uuid(),
  courseId: z.uuid(),
  personId: z.uuid(),
};

/** Somebody takes a course for the first time. */
export const StudentEnrolled = defineEvent({
  name: "academy.student_enrolled",
  version: 1,
  title: "Student enrolled",
  payload: z.object({
    ...enrollment,
    curriculumId: z.uuid(),
    sourceKind: z.enum(["purchase", "seat", "invitation", "staff"]),
  }),
});

/** An enrolment was held back, taken away, ended or opened again. Its record stays. */
export const EnrollmentChanged = defineEvent({
  name: "academy.enrollment_changed",
  version: 1,
  title: "Enrolment changed",
  payload: z.object({
    ...enrollment,
    status: z.enum(["active", "suspended", "revoked", "expired", "cancelled"]),
    /** What brought it about: an event's name, or `staff`. */
    cause: z.string(),
  }),
});

/** A student opened a lesson for the first time. */
export const LessonOpened = defineEvent({
  name: "academy.lesson_opened",
  version: 1,
  title: "Lesson opened",
  payload: z.object({ ...enrollment, lessonKey: z.uuid() }),
});

/** A student met the rule of a lesson. */
export const LessonCompleted = defineEvent({
  name: "academy.lesson_completed",
  version: 1,
  title: "Lesson completed",
  payload: z.object({ ...enrollment, lessonKey: z.uuid(), rule: z.string() }),
});

/** A student completed every lesson of the curriculum they follow. */
export const CourseCompleted = defineEvent({
  name: "academy.course_completed",
  version: 1,
  title: "Course completed",
  payload: z.object({ ...enrollment, curriculumId: z.uuid(), completedAt: z.string() }),
});
