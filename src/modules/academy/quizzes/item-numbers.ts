import type { SQL } from "drizzle-orm";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { ChoiceCount, ItemNumbers } from "#modules/academy/rules/quizzes/tell-item.ts";

/** The finished attempts of a quiz that count: each student's first, or all. */
export const chosenAttempts = ({
  courseId,
  quizKey,
  count,
}: {
  courseId: string;
  quizKey: string;
  count: "first" | "all";
}): SQL => sql`
  SELECT ${count === "first" ? sql`DISTINCT ON (enrollment_id)` : sql``} id, score_ppm FROM academy.quiz_attempt
  WHERE course_id = ${courseId} AND quiz_key = ${quizKey} AND status = 'finished'
  ${count === "first" ? sql`ORDER BY enrollment_id, number` : sql``}`;

/**
 * Each answered question with its attempt's other points, and its place among the attempts that were asked the same
 * version: the best and the weakest 27 % by score. Equal scores are told apart by the attempt's id, which is chance.
 */
const placed = (chosen: SQL): SQL => sql`
  WITH chosen AS MATERIALIZED (${chosen}),
  totals AS (
    SELECT i.attempt_id, sum(i.points::numeric * i.awarded_ppm) AS earned
    FROM academy.quiz_item i JOIN chosen ON chosen.id = i.attempt_id GROUP BY i.attempt_id),
  placed AS MATERIALIZED (
    SELECT i.version_id, i.question_id, i.answer, i.spent_ms, i.awarded_ppm / 1e6 AS share,
      i.points::numeric * i.awarded_ppm AS earned, t.earned - i.points::numeric * i.awarded_ppm AS rest,
      row_number() OVER best AS place, count(*) OVER (PARTITION BY i.version_id) AS asked
    FROM academy.quiz_item i JOIN chosen ON chosen.id = i.attempt_id JOIN totals t ON t.attempt_id = i.attempt_id
    WINDOW best AS (PARTITION BY i.version_id ORDER BY chosen.score_ppm DESC, chosen.id)),
  grouped AS (
    SELECT *, place <= ceil(asked * 0.27) AS is_best, place > asked - ceil(asked * 0.27) AS is_weakest FROM placed)`;

/** The numbers of each version that was asked, in the order of the questions' names. */
export const readItemNumbers = (db: Db, chosen: SQL): Promise<ItemNumbers[]> =>
  rows<ItemNumbers>(
    db,
    sql`${placed(chosen)}
        SELECT g.question_id AS "questionId", g.version_id AS "versionId", q.slug, v.number AS version, v.kind, v.words,
          v.body, count(*)::int AS asked, count(*) FILTER (WHERE g.answer IS NULL)::int AS skipped,
          avg(g.share)::float8 AS difficulty, corr(g.earned::float8, g.rest::float8) AS discrimination,
          (avg(g.share) FILTER (WHERE g.is_best) - avg(g.share) FILTER (WHERE g.is_weakest))::float8 AS index,
          count(g.spent_ms)::int AS timed, percentile_cont(0.5) WITHIN GROUP (ORDER BY g.spent_ms) AS "medianMs",
          count(*) FILTER (WHERE g.is_best)::int AS best, count(*) FILTER (WHERE g.is_weakest)::int AS weakest
        FROM grouped g JOIN academy.question_version v ON v.id = g.version_id JOIN academy.question q ON q.id = g.question_id
        GROUP BY g.question_id, g.version_id, q.slug, v.number, v.kind, v.words, v.body
        ORDER BY q.slug, v.number`,
  );

/** How often each option was chosen, and of typed answers each text, letters' case and outer space aside. */
export const readChoiceCounts = (db: Db, chosen: SQL): Promise<ChoiceCount[]> =>
  rows<ChoiceCount>(
    db,
    sql`${placed(chosen)}
        SELECT g.version_id AS "versionId", c.value, count(*)::int AS chosen,
          count(*) FILTER (WHERE g.is_best)::int AS best, count(*) FILTER (WHERE g.is_weakest)::int AS weakest,
          bool_or(g.share = 1) AS "isRight"
        FROM grouped g, LATERAL (
          SELECT g.answer->>'choice' AS value WHERE g.answer->>'kind' = 'single'
          UNION ALL SELECT jsonb_array_elements_text(g.answer->'choices') WHERE g.answer->>'kind' = 'multiple'
          UNION ALL SELECT g.answer->>'value' WHERE g.answer->>'kind' = 'true_false'
          UNION ALL SELECT lower(btrim(g.answer->>'text')) WHERE g.answer->>'kind' IN ('numeric', 'short_text')) AS c
        GROUP BY g.version_id, c.value ORDER BY g.version_id, chosen DESC, c.value`,
  );
