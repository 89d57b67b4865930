import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { cellSubject, lockGradeCell, recordGrade } from "#modules/academy/assignments/grade-cell.ts";
import { noteGradeChange } from "#modules/academy/assignments/note-grade-change.ts";
import { ChangedGrade, WithdrawGradeOverride } from "#modules/academy/contract/grade-book.ts";

/** Lets the earned grade count again. Errors: `academy.enrollment_unknown`, `academy.grade_item_unknown`, `academy.grade_not_overridden`. */
export const withdrawGradeOverride = defineCommand({
  name: "academy.withdraw_grade_override",
  title: "Let a student's earned grade count again",
  http: "POST /academy/enrollments/:enrollmentId/grades/:itemKey/withdrawal",
  access: "academy:grade",
  input: WithdrawGradeOverride,
  output: ChangedGrade,
  load: (tx, input) => lockGradeCell(tx, input),
  run: async (context, cell) => {
    const { tx, input } = context;
    const { enrollmentId, itemKey, reason } = input;
    if (cell.setPpm === null)
      throw refuse("conflict", "academy.grade_not_overridden", "Nobody has set this grade by hand.");
    await tx.execute(
      sql`DELETE FROM academy.grade_override WHERE enrollment_id = ${enrollmentId} AND item_key = ${itemKey}`,
    );
    await noteGradeChange(context, {
      ...cellSubject(cell),
      act: "override_withdrawn",
      before: { setPpm: cell.setPpm },
      after: { setPpm: null },
      reason,
    });
    const earned = await firstRow<{ score_ppm: number }>(
      tx,
      sql`SELECT m.score_ppm FROM academy.submission s JOIN academy.mark m ON m.submission_id = s.id AND m.is_final
          WHERE s.enrollment_id = ${enrollmentId} AND s.assignment_key = ${itemKey} AND s.status = 'released'
          ORDER BY s.number DESC LIMIT 1`,
    );
    if (earned) await recordGrade(context, cell, earned.score_ppm);
    return { enrollmentId, itemKey, scorePpm: earned?.score_ppm ?? null };
  },
});
