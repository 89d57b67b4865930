import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { getAccount } from "#modules/people/index.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { findInForce } from "#modules/academy/authoring/draft.ts";
import { StudentEnrolled } from "#modules/academy/events/learning.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";
import { noteStatus, setStatus } from "#modules/academy/learning/set-status.ts";

/** Who takes which course, by what. */
export interface NewStudent {
  courseId: string;
  personId: string;
  /** The account whose purchase it is, or that the student belongs to. */
  accountId: string;
  sourceKind: "purchase" | "seat" | "invitation" | "staff";
  /** IANA zone; left out: that of the person, else of the account. */
  zone?: string;
  /** What brought it about: an event's name, or `staff`. */
  cause: string;
}

async function insert(ctx: AcademyContext, student: NewStudent, curriculumId: string) {
  const account = await getAccount(ctx.tx, student.accountId);
  const now = ctx.now.toString();
  return firstRow<{ id: string }>(
    ctx.tx,
    sql`INSERT INTO academy.enrollment (id, course_id, curriculum_id, account_id, person_id, source_kind, status, zone,
          started_at, created_at)
        VALUES (${newId()}, ${student.courseId}, ${curriculumId}, ${student.accountId}, ${student.personId},
          ${student.sourceKind}, 'active',
          coalesce(${student.zone ?? null}, (SELECT zone FROM auth.person WHERE id = ${student.personId}), ${account.zone}),
          ${now}, ${now})
        ON CONFLICT (course_id, person_id) DO NOTHING RETURNING id`,
  );
}

/** Opens again what was closed, for the account that pays now. */
async function comeBack(ctx: AcademyContext, student: NewStudent): Promise<string> {
  const known = await firstRow<{ id: string }>(
    ctx.tx,
    sql`SELECT id FROM academy.enrollment WHERE course_id = ${student.courseId} AND person_id = ${student.personId}`,
  );
  // A customer's operation sees no enrolment that another account pays for, and takes none over.
  if (!known)
    throw refuse(
      "conflict",
      "academy.enrolled_elsewhere",
      "This person takes the course already, paid by another account.",
    );
  const enrollment = await lockEnrollment(ctx.tx, known.id);
  if (enrollment.status !== "active") {
    if (enrollment.account_id !== student.accountId)
      await ctx.tx.execute(sql`SELECT academy.move_record(${known.id}, ${student.accountId})`);
    await ctx.tx.execute(
      sql`UPDATE academy.enrollment SET source_kind = ${student.sourceKind} WHERE id = ${known.id}`,
    );
    await setStatus(
      ctx,
      { ...enrollment, account_id: student.accountId },
      { status: "active", cause: student.cause },
    );
  }
  return known.id;
}

/**
 * Enrols somebody in the version of a course that is in force; who was enrolled before goes on where they were, in the
 * version they had. Safe to call again. Errors: `academy.course_not_published`, `academy.enrolled_elsewhere`,
 * `people.account_unknown`.
 */
export async function enrolStudent(
  ctx: AcademyContext,
  student: NewStudent,
): Promise<{ enrollmentId: string; isNew: boolean }> {
  const inForce = await findInForce(ctx.tx, student.courseId);
  if (!inForce)
    throw refuse(
      "conflict",
      "academy.course_not_published",
      "This course is not published yet. Publish it first.",
    );
  const made = await insert(ctx, student, inForce.id);
  if (!made) return { enrollmentId: await comeBack(ctx, student), isNew: false };
  await noteStatus(
    ctx,
    { id: made.id, account_id: student.accountId },
    { status: "active", cause: student.cause },
  );
  await ctx.emit(StudentEnrolled, {
    accountId: student.accountId,
    enrollmentId: made.id,
    courseId: student.courseId,
    curriculumId: inForce.id,
    personId: student.personId,
    sourceKind: student.sourceKind,
  });
  return { enrollmentId: made.id, isNew: true };
}
