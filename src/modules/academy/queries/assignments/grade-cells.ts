import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { GradeCell, GradeItem } from "#modules/academy/contract/grade-book.ts";

type Item = z.output<typeof GradeItem>;
type Cell = z.output<typeof GradeCell>;

/** Graded things as rows `i` of (key, kind, weight). */
export const itemRows = (items: readonly Item[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(
    items.map((item) => ({
      key: item.itemKey,
      kind: item.kind,
      weight: item.weightPercent,
    })),
  )}::jsonb) AS i (key uuid, kind text, weight float8)`;

/**
 * What a student (`e`) earned in a graded thing (`i`): a quiz by its best attempt, an assignment by the newest mark that is
 * released.
 */
export const EARNED = sql`CASE i.kind
  WHEN 'quiz' THEN (SELECT max(t.score_ppm) FROM academy.quiz_attempt t
    WHERE t.enrollment_id = e.id AND t.quiz_key = i.key AND t.status = 'finished')
  ELSE (SELECT k.score_ppm FROM academy.submission s JOIN academy.mark k ON k.submission_id = s.id AND k.is_final
    WHERE s.enrollment_id = e.id AND s.assignment_key = i.key AND s.status = 'released' ORDER BY s.number DESC LIMIT 1)
  END`;

/** The score a person set for a student (`e`) in a graded thing (`i`). */
export const OVERRIDDEN = sql`(SELECT o.score_ppm FROM academy.grade_override o
  WHERE o.enrollment_id = e.id AND o.item_key = i.key)`;

/** Cells of some students, by enrolment. */
export async function readCells(
  db: Db,
  enrollmentIds: readonly string[],
  items: readonly Item[],
): Promise<Map<string, Cell[]>> {
  const found = await rows<
    Pick<Cell, "itemKey" | "earnedPpm" | "submissionStatus"> & { enrollmentId: string; setPpm: number | null }
  >(
    db,
    sql`SELECT e.id AS "enrollmentId", i.key AS "itemKey", ${EARNED} AS "earnedPpm", ${OVERRIDDEN} AS "setPpm",
          (SELECT s.status FROM academy.submission s WHERE s.enrollment_id = e.id AND s.assignment_key = i.key
             AND s.status <> 'withdrawn' ORDER BY s.number DESC LIMIT 1) AS "submissionStatus"
        FROM academy.enrollment e CROSS JOIN ${itemRows(items)}
        WHERE e.id = ANY(${sql.param([...enrollmentIds])}::uuid[])`,
  );
  const cells = new Map<string, Cell[]>(enrollmentIds.map((id) => [id, []]));
  const order = new Map(items.map(({ itemKey }, at) => [itemKey, at]));
  for (const { enrollmentId, setPpm, ...cell } of found)
    cells.get(enrollmentId)?.push({
      ...cell,
      scorePpm: setPpm ?? cell.earnedPpm,
      isOverridden: setPpm !== null,
    });
  for (const some of cells.values())
    some.sort((one, other) => (order.get(one.itemKey) ?? 0) - (order.get(other.itemKey) ?? 0));
  return cells;
}

/** The grade so far of a student from their cells. */
export const scoresOf = (cells: readonly Cell[], items: readonly Item[]) =>
  items.map(({ itemKey, weightPercent }) => ({
    weight: weightPercent,
    scorePpm: cells.find((cell) => cell.itemKey === itemKey)?.scorePpm ?? null,
  }));
