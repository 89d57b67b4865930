import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

const course = { courseId: z.uuid(), slug: z.string() };

/** A course came, was described anew, left the catalogue or came back. */
export const CourseChanged = defineEvent({
  name: "academy.course_changed",
  version: 1,
  title: "Course changed",
  payload: z.object({ ...course, change: z.enum(["created", "updated", "archived", "restored"]) }),
});

/** A version of what a course teaches is in force from now on; who is in the middle of an older one finishes that. */
export const CurriculumPublished = defineEvent({
  name: "academy.curriculum_published",
  version: 1,
  title: "Curriculum published",
  payload: z.object({ ...course, curriculumId: z.uuid(), number: z.number().int() }),
});

/** The time of a scheduled publication came, and something had to be mended first; the draft is a draft still. */
export const PublicationFailed = defineEvent({
  name: "academy.publication_failed",
  version: 1,
  title: "Publication failed",
  payload: z.object({ ...course, curriculumId: z.uuid(), code: z.string(), reason: z.string() }),
});

/** Students of an older version go on with this one; what they did stays with the lessons it belongs to. */
export const EnrollmentsMigrated = defineEvent({
  name: "academy.enrollments_migrated",
  version: 1,
  title: "Students moved to another version",
  payload: z.object({
    ...course,
    curriculumId: z.uuid(),
    number: z.number().int(),
    enrollmentIds: z.array(z.uuid()),
  }),
});
