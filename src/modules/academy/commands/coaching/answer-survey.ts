import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { dueSurvey } from "#modules/academy/coaching/due-survey.ts";
import { AnswerSurvey, Saved } from "#modules/academy/contract/coaching.ts";
import { SurveyAnswered } from "#modules/academy/events/coaching.ts";
import { lockMyEnrollment } from "#modules/academy/learning/enrollment.ts";

/**
 * Says whether I would recommend a course, once half-way and once at the end; no score is an answer too, and ends the
 * question. Errors: `academy.not_enrolled`, `academy.survey_not_due`.
 */
export const answerSurvey = defineCommand({
  name: "academy.answer_survey",
  title: "Say whether I would recommend a course",
  http: "POST /learn/courses/:course/survey",
  access: "customer",
  input: AnswerSurvey,
  output: Saved,
  run: async ({ tx, now, actor, emit, input }) => {
    const enrollment = await lockMyEnrollment(tx, {
      courseSlug: input.course,
      personId: actorPersonId(actor),
    });
    const due = await dueSurvey(tx, enrollment);
    const kept =
      due === input.moment &&
      (await firstRow(
        tx,
        sql`INSERT INTO academy.survey_answer (enrollment_id, account_id, person_id, course_id, moment, score, comment,
              answered_at)
            VALUES (${enrollment.id}, ${enrollment.account_id}, ${enrollment.person_id}, ${enrollment.course_id},
              ${input.moment}, ${input.score}, ${input.comment}, ${now.toString()})
            ON CONFLICT DO NOTHING RETURNING moment`,
      ));
    if (!kept)
      throw refuse(
        "conflict",
        "academy.survey_not_due",
        "You answered this already, or it is not asked yet.",
      );
    await emit(SurveyAnswered, {
      accountId: enrollment.account_id,
      enrollmentId: enrollment.id,
      courseId: enrollment.course_id,
      personId: enrollment.person_id,
      moment: input.moment,
      score: input.score,
    });
    return {};
  },
});
