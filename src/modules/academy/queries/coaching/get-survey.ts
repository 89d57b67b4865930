import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { scoresAt } from "#modules/academy/coaching/survey-answers.ts";
import { GetSurvey, type SurveyResult, SurveyResult as Result } from "#modules/academy/contract/coaching.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";
import { LEAST_ANSWERS, netPromoters } from "#modules/academy/rules/coaching/net-promoters.ts";

type Item = SurveyResult["items"][number];

/** Whether students recommend a course, and what they said, newest first. Errors: `academy.cursor_unknown`. */
export const getSurvey = defineQuery({
  name: "academy.get_survey",
  title: "Read whether students recommend a course",
  http: "GET /academy/survey",
  access: "academy:read",
  input: GetSurvey,
  output: Result,
  run: async ({ db, now, input }) => {
    const scores = await scoresAt(db, { asOf: now, course: input.course });
    const place = readCursor(input.cursor, 2);
    const found = rows<Item>(
      db,
      sql`SELECT s.enrollment_id AS "enrollmentId", p.name, c.title AS "courseTitle", s.moment, s.score, s.comment,
            to_jsonb(s.answered_at) AS "answeredAt"
          FROM academy.survey_answer s JOIN academy.course c ON c.id = s.course_id
            JOIN auth.person p ON p.id = s.person_id
          WHERE (${input.course ?? null}::text IS NULL OR c.slug = ${input.course ?? null}::text)
            ${place ? sql`AND (s.answered_at, s.enrollment_id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql``}
          ORDER BY s.answered_at DESC, s.enrollment_id DESC LIMIT ${input.limit + 1}`,
    );
    const { items, nextCursor } = await pageOf(found, input.limit, (row) => [
      row.answeredAt,
      row.enrollmentId,
    ]);
    const score = netPromoters(scores);
    return {
      score,
      reason: score === null ? `A score needs ${LEAST_ANSWERS} answers; there are ${scores.length}.` : null,
      answers: scores.length,
      counts: Array.from({ length: 11 }, (_, value) => scores.filter((one) => one === value).length),
      items: items.map((row) => ({ ...row, answeredAt: Temporal.Instant.from(row.answeredAt).toString() })),
      nextCursor,
    };
  },
});
