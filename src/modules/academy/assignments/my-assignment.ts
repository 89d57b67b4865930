import { actorPersonId } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import type { OperationContext } from "#kernel/operation/operation.ts";
import { type AssignmentRow, getAssignment } from "#modules/academy/assignments/assignment-row.ts";
import {
  type EnrollmentRow,
  getMyEnrollment,
  lockMyEnrollment,
} from "#modules/academy/learning/enrollment.ts";
import { findLessonWith, type LessonContent } from "#modules/academy/learning/lesson-of.ts";
import { demandOpenLesson } from "#modules/academy/learning/openings.ts";
import { refuse } from "#kernel/errors.ts";
import { type Due, dueAt } from "#modules/academy/rules/assignments/due-at.ts";
import { decideHandIn, type HandIn } from "#modules/academy/rules/assignments/decide-hand-in.ts";

/** An assignment of one's own course with all that decides about it. */
export interface MyAssignmentFacts {
  enrollment: EnrollmentRow;
  assignment: AssignmentRow;
  lesson: LessonContent;
  due: Due | null;
  handIn: HandIn;
}

interface Asked {
  courseSlug: string;
  assignmentKey: string;
}

/** The day the course began for a student: their cohort's first, else that of their enrolment, by their clock. */
async function firstDay(db: Db, enrollment: EnrollmentRow): Promise<Temporal.PlainDate> {
  const cohort = await firstRow<{ starts_on: string }>(
    db,
    sql`SELECT starts_on FROM academy.cohort WHERE id = ${enrollment.cohort_id}`,
  );
  return cohort
    ? Temporal.PlainDate.from(cohort.starts_on)
    : Temporal.Instant.from(enrollment.started_at).toZonedDateTimeISO(enrollment.zone).toPlainDate();
}

/** When an assignment is due for a student; null: whenever they like. */
export async function dueFor(
  db: Db,
  enrollment: EnrollmentRow,
  { settings }: AssignmentRow,
): Promise<Due | null> {
  if (settings.dueDays === null) return null;
  return dueAt(await firstDay(db, enrollment), settings.dueDays, enrollment.zone);
}

/**
 * Opens an assignment for who asks; `lock` holds the enrolment, so that a student's work is counted one at a time.
 * Errors: `academy.not_enrolled`, `academy.assignment_unknown`, `academy.lesson_not_open`.
 */
export async function openMyAssignment(
  { actor, now }: Pick<OperationContext<unknown>, "actor" | "now">,
  db: Db,
  { courseSlug, assignmentKey, lock }: Asked & { lock?: boolean },
): Promise<MyAssignmentFacts> {
  const mine = { courseSlug, personId: actorPersonId(actor) };
  const enrollment = await (lock ? lockMyEnrollment(db, mine) : getMyEnrollment(db, mine));
  const assignment = await getAssignment(db, { curriculumId: enrollment.curriculum_id, key: assignmentKey });
  const lesson = await findLessonWith(db, enrollment.curriculum_id, { assignmentKey });
  if (!lesson)
    throw refuse("not_found", "academy.assignment_unknown", "There is no such assignment in this course.");
  await demandOpenLesson(db, enrollment, { lessonKey: lesson.key, now });
  const statuses = await rows<{ status: string }>(
    db,
    sql`SELECT status FROM academy.submission WHERE enrollment_id = ${enrollment.id} AND assignment_key = ${assignmentKey}`,
  );
  const handIn = decideHandIn({
    isLearning: enrollment.status === "active",
    attempts: assignment.settings.attempts,
    statuses: statuses.map(({ status }) => status),
  });
  return { enrollment, assignment, lesson, due: await dueFor(db, enrollment, assignment), handIn };
}

/** Lets change what is about to be handed in. Errors: `academy.enrollment_closed`, `academy.in_marking`, `academy.no_attempts_left`. */
export function demandHandIn({ handIn }: MyAssignmentFacts): void {
  if (handIn.closedReason === "enrollment_closed")
    throw refuse("forbidden", "academy.enrollment_closed", "You do not take part in this course now.");
  if (handIn.closedReason === "in_marking")
    throw refuse(
      "conflict",
      "academy.in_marking",
      "Your work is with the graders. Take it back if nobody has begun, or wait for the mark.",
    );
  if (handIn.closedReason === "no_attempts")
    throw refuse(
      "conflict",
      "academy.no_attempts_left",
      "You have handed this in as often as it may be. Ask the instructor if you need another try.",
    );
}
