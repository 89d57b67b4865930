import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** One person taking one course. Instants as ISO 8601 text. */
export interface EnrollmentRow {
  id: string;
  course_id: string;
  curriculum_id: string;
  account_id: string;
  person_id: string;
  status: "active" | "suspended" | "revoked" | "expired" | "cancelled";
  zone: string;
  started_at: string;
  cohort_id: string | null;
  last_active_at: string | null;
  completed_at: string | null;
}

const COLUMNS = sql`e.id, e.course_id, e.curriculum_id, e.account_id, e.person_id, e.status, e.zone,
  to_jsonb(e.started_at) AS started_at, e.cohort_id, to_jsonb(e.last_active_at) AS last_active_at,
  to_jsonb(e.completed_at) AS completed_at`;

const notEnrolled = () =>
  refuse(
    "not_found",
    "academy.not_enrolled",
    "You are not enrolled in this course. Look among your courses.",
  );

/** Reads an enrolment. Errors: `academy.enrollment_unknown`. */
export async function getEnrollment(db: Db, enrollmentId: string): Promise<EnrollmentRow> {
  const found = await firstRow<EnrollmentRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.enrollment e WHERE e.id = ${enrollmentId}`,
  );
  if (!found) throw refuse("not_found", "academy.enrollment_unknown", "There is no such enrolment.");
  return found;
}

/** Locks an enrolment: whoever counts a student's work waits for the other. Errors: `academy.enrollment_unknown`. */
export async function lockEnrollment(db: Db, enrollmentId: string): Promise<EnrollmentRow> {
  const found = await firstRow<EnrollmentRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.enrollment e WHERE e.id = ${enrollmentId} FOR NO KEY UPDATE`,
  );
  if (!found) throw refuse("not_found", "academy.enrollment_unknown", "There is no such enrolment.");
  return found;
}

interface Mine {
  courseSlug: string;
  personId: string | null;
}

/** The enrolment of a person in a course, whatever its status; undefined when there never was one. */
export const findMyEnrollment = (
  db: Db,
  { courseSlug, personId }: Mine,
  lock = sql``,
): Promise<EnrollmentRow | undefined> =>
  firstRow<EnrollmentRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.enrollment e JOIN academy.course c ON c.id = e.course_id
        WHERE c.slug = ${courseSlug} AND e.person_id = ${personId} ${lock}`,
  );

/** The same, of who must have one. Errors: `academy.not_enrolled`. */
export async function getMyEnrollment(db: Db, mine: Mine): Promise<EnrollmentRow> {
  const found = await findMyEnrollment(db, mine);
  if (!found) throw notEnrolled();
  return found;
}

/** The same, locked. Errors: `academy.not_enrolled`. */
export async function lockMyEnrollment(db: Db, mine: Mine): Promise<EnrollmentRow> {
  const found = await findMyEnrollment(db, mine, sql`FOR NO KEY UPDATE OF e`);
  if (!found) throw notEnrolled();
  return found;
}

const WHY: Record<Exclude<EnrollmentRow["status"], "active">, string> = {
  suspended:
    "A payment for this course is missing. Pay the open invoice in your account and go on where you were.",
  revoked: "The payment for this course was given back, so its lessons are closed. Your record stays.",
  expired: "Your time in this course is over. Your record and your certificate stay.",
  cancelled: "You do not take part in this course any more. Your record stays.",
};

/** Lets learn who may. Errors: `academy.enrollment_closed` with the reason in its message and `status` in its data. */
export function demandLearning({ status }: Pick<EnrollmentRow, "status">): void {
  if (status !== "active")
    throw refuse("forbidden", "academy.enrollment_closed", WHY[status], { data: { status } });
}
