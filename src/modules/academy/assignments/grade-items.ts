import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { findInForce } from "#modules/academy/authoring/draft.ts";
import type { GradeItem } from "#modules/academy/contract/grade-book.ts";
import { effectiveWeights } from "#modules/academy/rules/assignments/weigh-grades.ts";

type Item = z.output<typeof GradeItem>;

/** Weights as they are set, by item. */
async function readWeights(db: Db, courseId: string): Promise<Map<string, number>> {
  const found = await rows<{ item_key: string; weight_percent: number }>(
    db,
    sql`SELECT item_key, weight_percent FROM academy.grade_weight WHERE course_id = ${courseId}`,
  );
  return new Map(found.map((one) => [one.item_key, one.weight_percent]));
}

/** What is graded in the version in force of a course, in the order of its lessons, and how much each thing counts. */
export async function readGradeItems(
  db: Db,
  courseId: string,
): Promise<{ items: Item[]; hasWeights: boolean }> {
  const inForce = await findInForce(db, courseId);
  const found = await rows<Omit<Item, "weightPercent">>(
    db,
    sql`SELECT DISTINCT ON (m.position, l.position, g.key) g.key AS "itemKey", g.kind, g.title, l.key AS "lessonKey",
          l.title AS "lessonTitle", coalesce((g.settings->>'passingPercent')::int, 0) AS "passingPercent"
        FROM academy.lesson l JOIN academy.module m ON m.id = l.module_id
        CROSS JOIN LATERAL jsonb_array_elements(l.blocks) AS block
        JOIN (SELECT curriculum_id, key, 'quiz' AS kind, title, settings FROM academy.quiz
              UNION ALL SELECT curriculum_id, key, 'assignment', title, settings FROM academy.assignment) AS g
          ON g.curriculum_id = l.curriculum_id
         AND g.key::text = CASE block->>'kind' WHEN 'quiz' THEN block->>'quizKey' WHEN 'assignment' THEN block->>'assignmentKey' END
        WHERE l.curriculum_id = ${inForce?.id ?? null}
        ORDER BY m.position, l.position, g.key`,
  );
  const first = [...new Map(found.toReversed().map((item) => [item.itemKey, item])).values()].toReversed();
  const set = await readWeights(db, courseId);
  const keys = first.map(({ itemKey }) => itemKey);
  const weights = effectiveWeights(keys, set);
  return {
    items: first.map((item) => ({ ...item, weightPercent: weights.get(item.itemKey) ?? 0 })),
    hasWeights: keys.some((key) => (set.get(key) ?? 0) > 0),
  };
}
