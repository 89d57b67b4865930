import { z } from "zod";
import { publicUrl } from "#kernel/config.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { CATALOGUE_EVENTS, coursePath, loadPublicCourses } from "#modules/academy/catalogue/public-course.ts";
import { PublicCourses } from "#modules/academy/contract/catalogue.ts";

/** Courses that are out. Kept in memory until one changes. */
export const listPublicCourses = defineQuery({
  name: "academy.list_public_courses",
  title: "List the courses that are out",
  http: "GET /public/courses",
  access: "public",
  input: z.object({}),
  output: PublicCourses,
  run: async ({ db, config, keepUntilEvent }) => {
    const courses = await keepUntilEvent(
      db,
      { key: "academy.public_courses", events: CATALOGUE_EVENTS },
      () => loadPublicCourses(db),
    );
    return {
      courses: courses.map((course) => ({ ...course, url: publicUrl(config) + coursePath(course.slug) })),
    };
  },
});
