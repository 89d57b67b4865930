import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { writeCoaching } from "#modules/academy/coaching/coaching-row.ts";
import { Saved, SetMyGoal } from "#modules/academy/contract/coaching.ts";
import { lockMyEnrollment } from "#modules/academy/learning/enrollment.ts";

/** Writes down what I want to have at the end of a course. Errors: `academy.not_enrolled`. */
export const setMyGoal = defineCommand({
  name: "academy.set_my_goal",
  title: "Set my goal in a course",
  http: "PUT /learn/courses/:course/goal",
  access: "customer",
  input: SetMyGoal,
  output: Saved,
  run: async ({ tx, now, actor, input }) => {
    const enrollment = await lockMyEnrollment(tx, {
      courseSlug: input.course,
      personId: actorPersonId(actor),
    });
    await writeCoaching(tx, enrollment, sql`goal = ${input.goal}, goal_set_at = ${now.toString()}`);
    return {};
  },
});
