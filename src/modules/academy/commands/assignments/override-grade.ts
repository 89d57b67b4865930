import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { cellSubject, lockGradeCell, recordGrade } from "#modules/academy/assignments/grade-cell.ts";
import { noteGradeChange } from "#modules/academy/assignments/note-grade-change.ts";
import { ChangedGrade, OverrideGrade } from "#modules/academy/contract/grade-book.ts";

/**
 * Sets a grade by hand in place of the earned one, with a reason. Of a quiz, only a better one changes what its lesson
 * counts as reached. Errors: `academy.enrollment_unknown`, `academy.grade_item_unknown`.
 */
export const overrideGrade = defineCommand({
  name: "academy.override_grade",
  title: "Set a student's grade by hand",
  http: "PUT /academy/enrollments/:enrollmentId/grades/:itemKey",
  access: "academy:grade",
  confirm: true,
  input: OverrideGrade,
  output: ChangedGrade,
  load: (tx, input) => lockGradeCell(tx, input),
  run: async (context, cell) => {
    const { tx, input, now, actor } = context;
    const { enrollmentId, itemKey, scorePpm, reason } = input;
    await tx.execute(
      sql`INSERT INTO academy.grade_override (enrollment_id, account_id, item_key, score_ppm, reason, by_person_id, at)
          VALUES (${enrollmentId}, ${cell.enrollment.account_id}, ${itemKey}, ${scorePpm}, ${reason},
            ${actorPersonId(actor)}, ${now.toString()})
          ON CONFLICT (enrollment_id, item_key) DO UPDATE SET score_ppm = excluded.score_ppm, reason = excluded.reason,
            by_person_id = excluded.by_person_id, at = excluded.at`,
    );
    await noteGradeChange(context, {
      ...cellSubject(cell),
      act: "overridden",
      before: { setPpm: cell.setPpm },
      after: { setPpm: scorePpm },
      reason,
    });
    await recordGrade(context, cell, scorePpm);
    return { enrollmentId, itemKey, scorePpm };
  },
});
