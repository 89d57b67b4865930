import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { readGradeItems } from "#modules/academy/assignments/grade-items.ts";
import { type EnrollmentRow, lockEnrollment } from "#modules/academy/learning/enrollment.ts";
import { recordMark, recordScore } from "#modules/academy/learning/record-progress.ts";

/** A grade of one student that is about to be set by hand; `setPpm` is what was set before. */
export interface GradeCellRow {
  enrollment: EnrollmentRow;
  item: { itemKey: string; kind: "quiz" | "assignment"; lessonKey: string };
  setPpm: number | null;
}

/** Locks a student's grade. Errors: `academy.enrollment_unknown`, `academy.grade_item_unknown`. */
export async function lockGradeCell(
  db: Db,
  { enrollmentId, itemKey }: { enrollmentId: string; itemKey: string },
): Promise<GradeCellRow> {
  const enrollment = await lockEnrollment(db, enrollmentId);
  const { items } = await readGradeItems(db, enrollment.course_id);
  const item = items.find((one) => one.itemKey === itemKey);
  if (!item)
    throw refuse(
      "not_found",
      "academy.grade_item_unknown",
      "The course does not grade this in its version in force.",
    );
  const set = await firstRow<{ score_ppm: number }>(
    db,
    sql`SELECT score_ppm FROM academy.grade_override WHERE enrollment_id = ${enrollmentId} AND item_key = ${itemKey}`,
  );
  return { enrollment, item, setPpm: set?.score_ppm ?? null };
}

/** Lets the lesson know of a score that was set by hand. What a quiz was completed by is not taken away by a lower one. */
export const recordGrade = (
  ctx: AcademyContext,
  { enrollment, item }: GradeCellRow,
  scorePpm: number,
): Promise<void> =>
  (item.kind === "quiz" ? recordScore : recordMark)(ctx, { enrollment, lessonKey: item.lessonKey, scorePpm });

/** What names a grade in the history. */
export const cellSubject = ({ enrollment, item }: GradeCellRow) => ({
  courseId: enrollment.course_id,
  enrollmentId: enrollment.id,
  accountId: enrollment.account_id,
  itemKey: item.itemKey,
});
