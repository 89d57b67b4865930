import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { readFacts } from "#modules/academy/authoring/read-facts.ts";
import { UpdateCourse, UpdatedCourse } from "#modules/academy/contract/authoring-course.ts";
import { CourseChanged } from "#modules/academy/events/authoring.ts";

/**
 * Changes what people read of a course; seen at once. Errors: `academy.course_changed` (somebody saved since),
 * `academy.course_taken`.
 */
export const updateCourse = defineCommand({
  name: "academy.update_course",
  title: "Change what people read of a course",
  http: "PATCH /academy/courses/:courseId",
  access: "academy:write",
  input: UpdateCourse,
  output: UpdatedCourse,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, emit }, course) => {
    if (course.version !== input.version)
      throw refuse(
        "conflict",
        "academy.course_changed",
        "Somebody saved this course since you opened it. Load it again and repeat what you changed.",
        { data: { version: course.version } },
      );
    const given = Object.fromEntries(Object.entries(input.facts).filter(([, value]) => value !== undefined));
    const facts = { ...(await readFacts(tx, course.id)), ...given };
    const slug = input.slug ?? course.slug;
    const taken = await firstRow(
      tx,
      sql`SELECT 1 FROM academy.course WHERE id <> ${course.id} AND (slug = ${slug} OR entitlement = ${facts.entitlement})`,
    );
    if (taken)
      throw refuse(
        "conflict",
        "academy.course_taken",
        "Another course has this address or is sold by this key. Choose another.",
      );
    await tx.execute(
      sql`UPDATE academy.course SET slug = ${slug}, title = ${facts.title}, subtitle = ${facts.subtitle},
            summary = ${facts.summary}, description = ${JSON.stringify(facts.description)}, language = ${facts.language},
            level = ${facts.level}, duration_days = ${facts.durationDays}, entitlement = ${facts.entitlement},
            outcomes = ${sql.param(facts.outcomes)}, audience = ${sql.param(facts.audience)},
            requirements = ${sql.param(facts.requirements)}, faq = ${JSON.stringify(facts.faq)},
            instructors = ${JSON.stringify(facts.instructors)},
            certificate = ${facts.certificate && JSON.stringify(facts.certificate)},
            cover_file_id = ${facts.coverFileId}, version = version + 1
          WHERE id = ${course.id}`,
    );
    await emit(CourseChanged, { courseId: course.id, slug, change: "updated" });
    return { version: course.version + 1 };
  },
});
