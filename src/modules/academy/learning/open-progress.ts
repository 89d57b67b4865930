import { firstRow, sql } from "#kernel/db/sql.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { LessonOpened } from "#modules/academy/events/learning.ts";
import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";

/** Makes sure that a student's row of a lesson is there. The first time is an event. */
export async function openProgress(
  ctx: AcademyContext,
  enrollment: EnrollmentRow,
  lessonKey: string,
): Promise<void> {
  const now = ctx.now.toString();
  const isNew = await firstRow(
    ctx.tx,
    sql`INSERT INTO academy.lesson_progress (enrollment_id, account_id, lesson_key, opened_at, last_active_at)
        VALUES (${enrollment.id}, ${enrollment.account_id}, ${lessonKey}, ${now}, ${now})
        ON CONFLICT DO NOTHING RETURNING lesson_key`,
  );
  if (isNew)
    await ctx.emit(LessonOpened, {
      accountId: enrollment.account_id,
      enrollmentId: enrollment.id,
      courseId: enrollment.course_id,
      personId: enrollment.person_id,
      lessonKey,
    });
}
