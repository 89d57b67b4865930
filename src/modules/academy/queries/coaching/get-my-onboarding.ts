import { actorPersonId } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { CourseOfMine, MyOnboarding } from "#modules/academy/contract/coaching.ts";
import { type EnrollmentRow, getMyEnrollment } from "#modules/academy/learning/enrollment.ts";
import { firstSteps, type StepFacts } from "#modules/academy/rules/coaching/first-steps.ts";

/** What the student did is what ticks a step: nothing is ticked by hand, and nothing can be ticked wrongly. */
const readFacts = (db: Db, enrollment: EnrollmentRow) =>
  firstRow<StepFacts & { isHidden: boolean }>(
    db,
    sql`SELECT coalesce((SELECT zone IS NOT NULL FROM auth.person WHERE id = ${enrollment.person_id}), false) AS "hasZone",
          EXISTS (SELECT FROM academy.lesson_progress WHERE enrollment_id = ${enrollment.id}) AS "hasOpenedLesson",
          EXISTS (SELECT FROM academy.quiz_attempt WHERE enrollment_id = ${enrollment.id} AND status = 'finished')
            AS "hasTakenQuiz",
          EXISTS (SELECT FROM academy.quiz WHERE curriculum_id = ${enrollment.curriculum_id}) AS "hasQuiz",
          EXISTS (SELECT FROM academy.coaching WHERE enrollment_id = ${enrollment.id} AND goal_set_at IS NOT NULL)
            AS "hasGoal",
          EXISTS (SELECT FROM academy.coaching WHERE enrollment_id = ${enrollment.id} AND plan_set_at IS NOT NULL)
            AS "hasPlan",
          EXISTS (SELECT FROM academy.coaching
            WHERE enrollment_id = ${enrollment.id} AND onboarding_hidden_at IS NOT NULL) AS "isHidden",
          (SELECT l.slug FROM academy.lesson l JOIN academy.module m ON m.id = l.module_id
           WHERE l.curriculum_id = ${enrollment.curriculum_id} ORDER BY m.position, l.position LIMIT 1) AS "firstLesson",
          (SELECT l.slug FROM academy.lesson l JOIN academy.module m ON m.id = l.module_id
           WHERE l.curriculum_id = ${enrollment.curriculum_id} AND l.blocks @> '[{"kind": "quiz"}]'
           ORDER BY m.position, l.position LIMIT 1) AS "firstQuiz"`,
  );

/** My first steps in a course and which of them are done. Errors: `academy.not_enrolled`. */
export const getMyOnboarding = defineQuery({
  name: "academy.get_my_onboarding",
  title: "See my first steps in a course",
  http: "GET /learn/courses/:course/onboarding",
  access: "customer",
  input: CourseOfMine,
  output: MyOnboarding,
  run: async ({ db, actor, input }) => {
    const enrollment = await getMyEnrollment(db, {
      courseSlug: input.course,
      personId: actorPersonId(actor),
    });
    const facts = await readFacts(db, enrollment);
    if (!facts) throw new Error("A query without tables gives a row");
    const items = firstSteps(input.course, facts);
    const done = items.filter(({ isDone }) => isDone).length;
    const isOver = enrollment.status !== "active" || enrollment.completed_at !== null;
    return { items, done, isHidden: facts.isHidden || isOver || done === items.length };
  },
});
