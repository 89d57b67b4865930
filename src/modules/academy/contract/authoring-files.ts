import { z } from "zod";

const course = { courseId: z.uuid() };
const file = { ...course, fileId: z.uuid() };

/** Ties a file of the house to a course: who learns there may read it. */
export const AddCourseFile = z.object(file);
export const CourseFile = z.object({
  fileId: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
});

export const ListCourseFiles = z.object(course);
export const CourseFiles = z.object({
  items: z.array(
    CourseFile.extend({
      addedAt: z.string(),
      addedBy: z.string().nullable(),
      /** Titles of lessons of the draft or the version in force that show it. */
      usedIn: z.array(z.string()),
      isCover: z.boolean(),
    }),
  ),
});

/** Takes a file out of the course; older versions that show it keep it. */
export const RemoveCourseFile = z.object(file);
export const RemovedCourseFile = z.object({ fileId: z.uuid() });
