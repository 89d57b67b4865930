import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { writeCoaching } from "#modules/academy/coaching/coaching-row.ts";
import { CourseOfMine, HiddenOnboarding } from "#modules/academy/contract/coaching.ts";
import { lockMyEnrollment } from "#modules/academy/learning/enrollment.ts";

/** Takes the list of first steps off my page. Errors: `academy.not_enrolled`. */
export const hideMyOnboarding = defineCommand({
  name: "academy.hide_my_onboarding",
  title: "Hide the first steps of a course",
  http: "POST /learn/courses/:course/onboarding/hiding",
  access: "customer",
  input: CourseOfMine,
  output: HiddenOnboarding,
  unaudited: true,
  run: async ({ tx, now, actor, input }) => {
    const enrollment = await lockMyEnrollment(tx, {
      courseSlug: input.course,
      personId: actorPersonId(actor),
    });
    await writeCoaching(tx, enrollment, sql`onboarding_hidden_at = ${now.toString()}`);
    return { isHidden: true };
  },
});
