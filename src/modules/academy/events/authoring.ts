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
