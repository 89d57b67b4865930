import { actorPersonId } from "#kernel/actor.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { dueSurvey } from "#modules/academy/coaching/due-survey.ts";
import { CourseOfMine, MySurvey } from "#modules/academy/contract/coaching.ts";
import { getMyEnrollment } from "#modules/academy/learning/enrollment.ts";

/** Whether I am asked now if I would recommend a course. Errors: `academy.not_enrolled`. */
export const getMySurvey = defineQuery({
  name: "academy.get_my_survey",
  title: "See whether a course asks me something",
  http: "GET /learn/courses/:course/survey",
  access: "customer",
  input: CourseOfMine,
  output: MySurvey,
  run: async ({ db, actor, input }) => ({
    moment: await dueSurvey(
      db,
      await getMyEnrollment(db, { courseSlug: input.course, personId: actorPersonId(actor) }),
    ),
  }),
});
