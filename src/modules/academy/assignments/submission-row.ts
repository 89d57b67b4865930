import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { type EnrollmentRow, lockEnrollment } from "#modules/academy/learning/enrollment.ts";

/** What was handed in, as graders' commands look at it. Instants as ISO 8601 text. */
export interface SubmissionRow {
  id: string;
  course_id: string;
  enrollment_id: string;
  account_id: string;
  person_id: string;
  assignment_id: string;
  assignment_key: string;
  lesson_key: string;
  number: number;
  status: "waiting" | "second" | "agreeing" | "marked" | "released" | "returned" | "withdrawn";
  version: number;
  claimed_by: string | null;
  claimed_until: string | null;
}

const COLUMNS = sql`id, course_id, enrollment_id, account_id, person_id, assignment_id, assignment_key, lesson_key, number,
  status, version, claimed_by, to_jsonb(claimed_until) AS claimed_until`;

const unknown = () => refuse("not_found", "academy.submission_unknown", "There is no such submission.");

/** Locks a submission. Errors: `academy.submission_unknown`. */
export async function lockSubmission(db: Db, submissionId: string): Promise<SubmissionRow> {
  const found = await firstRow<SubmissionRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.submission WHERE id = ${submissionId} FOR UPDATE`,
  );
  if (!found) throw unknown();
  return found;
}

/**
 * Locks a submission and before it its student's enrolment, in the order of whatever counts a student's work.
 * Errors: `academy.submission_unknown`.
 */
export async function lockWithEnrollment(
  tx: Tx,
  submissionId: string,
): Promise<{ submission: SubmissionRow; enrollment: EnrollmentRow }> {
  const owner = await firstRow<{ enrollment_id: string }>(
    tx,
    sql`SELECT enrollment_id FROM academy.submission WHERE id = ${submissionId}`,
  );
  if (!owner) throw unknown();
  const enrollment = await lockEnrollment(tx, owner.enrollment_id);
  return { submission: await lockSubmission(tx, submissionId), enrollment };
}

/** Refuses what was decided on another version than the one that is here. Errors: `academy.submission_changed`. */
export function demandVersion({ version, status }: SubmissionRow, expected: number): void {
  if (version !== expected)
    throw refuse(
      "conflict",
      "academy.submission_changed",
      "Somebody worked on this submission since you opened it. Load it again; what you wrote is still in the form.",
      { data: { version, status } },
    );
}

/** What names a submission in its history of grades. */
export const gradeSubject = (submission: SubmissionRow) => ({
  courseId: submission.course_id,
  enrollmentId: submission.enrollment_id,
  accountId: submission.account_id,
  itemKey: submission.assignment_key,
  submissionId: submission.id,
});

/** What events say of a submission. */
export const submissionFacts = (submission: SubmissionRow) => ({
  accountId: submission.account_id,
  enrollmentId: submission.enrollment_id,
  courseId: submission.course_id,
  personId: submission.person_id,
  assignmentKey: submission.assignment_key,
  submissionId: submission.id,
  number: submission.number,
});
