import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { noteGradeChange } from "#modules/academy/assignments/note-grade-change.ts";
import { MySubmissionRef, WithdrawnSubmission } from "#modules/academy/contract/submissions.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";

interface Own {
  id: string;
  enrollment_id: string;
  account_id: string;
  course_id: string;
  assignment_key: string;
  status: string;
  number: number;
  first_claimed_at: string | null;
}

/**
 * Takes work back before a grader has begun; its text and files are the draft again, unless something was written since.
 * Errors: `academy.submission_unknown`, `academy.marking_begun`.
 */
export const withdrawSubmission = defineCommand({
  name: "academy.withdraw_submission",
  title: "Take back what one handed in",
  http: "POST /academy/my/submissions/:submissionId/withdrawal",
  access: "customer",
  input: MySubmissionRef,
  output: WithdrawnSubmission,
  load: async (tx, { submissionId }) => {
    const owner = await firstRow<{ enrollment_id: string }>(
      tx,
      sql`SELECT enrollment_id FROM academy.submission WHERE id = ${submissionId}`,
    );
    if (!owner)
      throw refuse(
        "not_found",
        "academy.submission_unknown",
        "You have not handed in anything of this name.",
      );
    // The enrolment first, as everything that counts a student's work does.
    await lockEnrollment(tx, owner.enrollment_id);
    return firstRow<Own>(
      tx,
      sql`SELECT id, enrollment_id, account_id, course_id, assignment_key, status, number,
            to_jsonb(first_claimed_at) AS first_claimed_at
          FROM academy.submission WHERE id = ${submissionId} FOR UPDATE`,
    );
  },
  run: async (context, own) => {
    const { tx, now, actor } = context;
    if (!own) throw new Error("A submission vanished");
    if (own.status !== "waiting" || own.first_claimed_at !== null)
      throw refuse(
        "conflict",
        "academy.marking_begun",
        "A grader has begun to mark this, so it cannot be taken back any more.",
      );
    await tx.execute(
      sql`UPDATE academy.submission SET status = 'withdrawn', version = version + 1 WHERE id = ${own.id}`,
    );
    await tx.execute(
      sql`INSERT INTO academy.submission_draft (enrollment_id, account_id, person_id, assignment_key, text, saved_at)
          SELECT enrollment_id, account_id, ${actorPersonId(actor)}::uuid, assignment_key, text, ${now.toString()}::timestamptz
          FROM academy.submission WHERE id = ${own.id} ON CONFLICT DO NOTHING`,
    );
    await tx.execute(
      sql`UPDATE academy.student_file SET in_draft = true
          WHERE file_id IN (SELECT file_id FROM academy.submission_file WHERE submission_id = ${own.id})`,
    );
    await noteGradeChange(context, {
      accountId: own.account_id,
      enrollmentId: own.enrollment_id,
      courseId: own.course_id,
      itemKey: own.assignment_key,
      submissionId: own.id,
      act: "withdrawn",
      before: { status: "waiting" },
      after: { status: "withdrawn" },
    });
    return { submissionId: own.id, status: "withdrawn" as const };
  },
});
