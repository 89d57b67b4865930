import { publicUrl } from "#kernel/config.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { CATALOGUE_EVENTS, coursePath, loadPublicCourse } from "#modules/academy/catalogue/public-course.ts";
import { PublicCourse, PublicCourseRef } from "#modules/academy/contract/catalogue.ts";

/**
 * What a course teaches, to whom, in which lessons, of the version in force. Kept in memory until a course changes.
 * Errors: `academy.course_not_public`.
 */
export const getPublicCourse = defineQuery({
  name: "academy.get_public_course",
  title: "Read what a course is about",
  http: "GET /public/courses/:slug",
  access: "public",
  input: PublicCourseRef,
  output: PublicCourse,
  run: async ({ db, config, keepUntilEvent, input: { slug } }) => {
    const course = await keepUntilEvent(
      db,
      { key: `academy.public_course:${slug}`, events: CATALOGUE_EVENTS },
      () => loadPublicCourse(db, slug),
    );
    return { ...course, url: publicUrl(config) + coursePath(slug) };
  },
});
