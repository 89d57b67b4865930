import { publicCourseFiles } from "#modules/academy/catalogue/public-files.ts";
import type { AcademyPart } from "#modules/academy/part.ts";
import { getPreviewLesson } from "#modules/academy/queries/catalogue/get-preview-lesson.ts";
import { getPublicCourse } from "#modules/academy/queries/catalogue/get-public-course.ts";
import { listPublicCourses } from "#modules/academy/queries/catalogue/list-public-courses.ts";

/** What visitors see of courses. */
export const cataloguePart = {
  operations: [listPublicCourses, getPublicCourse, getPreviewLesson],
  routes: [publicCourseFiles],
} as const satisfies AcademyPart;
