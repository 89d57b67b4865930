import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { CourseOfMine, MyPlan } from "#modules/academy/contract/coaching.ts";
import { getMyEnrollment } from "#modules/academy/learning/enrollment.ts";

type Row = Omit<MyPlan, "course"> & { slug: string; title: string };

/** My goal, my weekly plan, and when I may be written to. Errors: `academy.not_enrolled`. */
export const getMyPlan = defineQuery({
  name: "academy.get_my_plan",
  title: "Read my plan for a course",
  http: "GET /learn/courses/:course/plan",
  access: "customer",
  input: CourseOfMine,
  output: MyPlan,
  run: async ({ db, actor, input }) => {
    const enrollment = await getMyEnrollment(db, {
      courseSlug: input.course,
      personId: actorPersonId(actor),
    });
    const row = await firstRow<Row>(
      db,
      sql`SELECT c.slug, c.title, coalesce(g.goal, '') AS goal, to_jsonb(coalesce(g.plan_days, '{}')) AS days,
            coalesce(g.plan_minutes, 0) AS minutes, to_char(coalesce(g.plan_at, '18:00'), 'HH24:MI') AS at,
            g.plan_set_at IS NOT NULL AS "isSet", coalesce(g.wants_mail, true) AS "wantsMail",
            to_char(coalesce(g.quiet_from, '21:00'), 'HH24:MI') AS "quietFrom",
            to_char(coalesce(g.quiet_until, '08:00'), 'HH24:MI') AS "quietUntil", ${enrollment.zone} AS zone
          FROM academy.course c LEFT JOIN academy.coaching g ON g.enrollment_id = ${enrollment.id}
          WHERE c.id = ${enrollment.course_id}`,
    );
    if (!row) throw new Error("An enrolment is of a course");
    const { slug, title, ...plan } = row;
    return { course: { slug, title }, ...plan };
  },
});
