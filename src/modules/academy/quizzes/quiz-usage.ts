import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** Whether a section of quiz `z` names question `q`. */
const names = sql`z.sections @> jsonb_build_array(jsonb_build_object('questionIds', jsonb_build_array(q.id::text)))`;
/** Whether a section of quiz `z` draws by one of the tags of question `q`. */
const draws = sql`EXISTS (SELECT 1 FROM jsonb_array_elements(z.sections) AS s
  WHERE s->'tags' ?| q.tags)`;

/** Whether quiz `z` may ask question `q`: by its name, or by one of its tags. */
export const mayAsk = sql`(${names} OR ${draws})`;

/** A quiz that may ask a question, in the draft, in what is in force, or in both. */
export interface QuizUsage {
  quizKey: string;
  title: string;
  in: ("draft" | "published")[];
  by: "name" | "tag";
}

/** The quizzes that may ask a question now or once the draft is published. */
export const readUsage = (db: Db, questionId: string): Promise<QuizUsage[]> =>
  rows<QuizUsage>(
    db,
    sql`SELECT z.key AS "quizKey", (array_agg(z.title ORDER BY u.number DESC))[1] AS title,
          array_agg(DISTINCT u.status) AS in, CASE WHEN bool_or(${names}) THEN 'name' ELSE 'tag' END AS by
        FROM academy.question q JOIN academy.curriculum u ON u.course_id = q.course_id AND u.status IN ('draft', 'published')
        JOIN academy.quiz z ON z.curriculum_id = u.id
        WHERE q.id = ${questionId} AND ${mayAsk} GROUP BY z.key ORDER BY title`,
  );
