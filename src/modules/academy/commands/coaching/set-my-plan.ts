import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { writeCoaching } from "#modules/academy/coaching/coaching-row.ts";
import { Saved, SetMyPlan } from "#modules/academy/contract/coaching.ts";
import { lockMyEnrollment } from "#modules/academy/learning/enrollment.ts";

/** Sets the days of the week I learn on, for how long, and when I may be written to. Errors: `academy.not_enrolled`. */
export const setMyPlan = defineCommand({
  name: "academy.set_my_plan",
  title: "Set my weekly plan in a course",
  http: "PUT /learn/courses/:course/plan",
  access: "customer",
  input: SetMyPlan,
  output: Saved,
  run: async ({ tx, now, actor, input }) => {
    const enrollment = await lockMyEnrollment(tx, {
      courseSlug: input.course,
      personId: actorPersonId(actor),
    });
    const days = [...new Set(input.days)].toSorted((a, b) => a - b);
    await writeCoaching(
      tx,
      enrollment,
      sql`plan_days = ${sql.param(days)}, plan_minutes = ${input.minutes}, plan_at = ${input.at},
          plan_set_at = ${now.toString()}, wants_mail = ${input.wantsMail}, quiet_from = ${input.quietFrom},
          quiet_until = ${input.quietUntil}`,
    );
    return {};
  },
});
