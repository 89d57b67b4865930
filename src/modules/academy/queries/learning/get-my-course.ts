import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MyCourse, MyCourseOf } from "#modules/academy/contract/learning.ts";
import { getMyEnrollment } from "#modules/academy/learning/enrollment.ts";
import { readMyOutline } from "#modules/academy/learning/my-outline.ts";

/** One of the courses one takes: outline, progress and what comes next. Errors: `academy.not_enrolled`. */
export const getMyCourse = defineQuery({
  name: "academy.get_my_course",
  title: "Read a course I take",
  http: "GET /learn/courses/:course",
  access: "customer",
  input: MyCourseOf,
  output: MyCourse,
  run: async ({ db, cache, now, actor, input }) => {
    const enrollment = await getMyEnrollment(db, {
      courseSlug: input.course,
      personId: actorPersonId(actor),
    });
    const course = await firstRow<{ slug: string; title: string; subtitle: string; certificate: never }>(
      db,
      sql`SELECT slug, title, subtitle, certificate FROM academy.course WHERE id = ${enrollment.course_id}`,
    );
    if (!course) throw new Error("An enrolment without its course");
    const { items, done, next } = await readMyOutline({ db, cache, now }, enrollment);
    const modules = [...Map.groupBy(items, ({ moduleKey }) => moduleKey)].map(([key, lessons]) => ({
      key,
      title: lessons[0]?.moduleTitle ?? "",
      lessons,
    }));
    return {
      ...course,
      courseId: enrollment.course_id,
      enrollmentId: enrollment.id,
      status: enrollment.status,
      zone: enrollment.zone,
      startedAt: enrollment.started_at,
      completedAt: enrollment.completed_at,
      cohortId: enrollment.cohort_id,
      done,
      total: items.length,
      next,
      modules,
    };
  },
});
