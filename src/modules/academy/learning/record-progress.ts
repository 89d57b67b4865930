import { type SQL } from "drizzle-orm";
import { sql } from "#kernel/db/sql.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { type EnrollmentRow, lockEnrollment } from "#modules/academy/learning/enrollment.ts";
import { openProgress } from "#modules/academy/learning/open-progress.ts";
import { settleLesson } from "#modules/academy/learning/settle-lesson.ts";

interface Lesson {
  enrollment: Pick<EnrollmentRow, "id">;
  lessonKey: string;
}

async function record(ctx: AcademyContext, { enrollment, lessonKey }: Lesson, change: SQL): Promise<void> {
  const locked = await lockEnrollment(ctx.tx, enrollment.id);
  await openProgress(ctx, locked, lessonKey);
  await ctx.tx.execute(
    sql`UPDATE academy.lesson_progress SET ${change}, last_active_at = greatest(last_active_at, ${ctx.now.toString()})
        WHERE enrollment_id = ${locked.id} AND lesson_key = ${lessonKey}`,
  );
  await settleLesson(ctx, locked, lessonKey);
}

/** A score of a quiz in a lesson, in parts per million; the best one counts. */
export const recordScore = (ctx: AcademyContext, given: Lesson & { scorePpm: number }): Promise<void> =>
  record(ctx, given, sql`score_ppm = greatest(score_ppm, ${given.scorePpm})`);

/** Something was handed in. */
export const recordSubmission = (ctx: AcademyContext, given: Lesson): Promise<void> =>
  record(ctx, given, sql`submitted_at = ${ctx.now.toString()}`);

/** The mark of an assignment, in parts per million; the newest one counts. */
export const recordMark = (ctx: AcademyContext, given: Lesson & { scorePpm: number }): Promise<void> =>
  record(ctx, given, sql`score_ppm = ${given.scorePpm}`);

/** What a SCORM or cmi5 package reports; what was complete stays so, of scores the best counts. */
export const recordPackageResult = (
  ctx: AcademyContext,
  given: Lesson & { isCompleted: boolean; scorePpm: number | null },
): Promise<void> =>
  record(
    ctx,
    given,
    sql`score_ppm = greatest(score_ppm, ${given.scorePpm}::int), package_completed_at =
        coalesce(package_completed_at, ${given.isCompleted ? ctx.now.toString() : null})`,
  );
