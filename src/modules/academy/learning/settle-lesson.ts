import type { Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { CourseCompleted, LessonCompleted } from "#modules/academy/events/learning.ts";
import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";
import { keptOutline } from "#modules/academy/learning/outline.ts";
import { readEvidence } from "#modules/academy/learning/read-evidence.ts";
import { decideCompletion } from "#modules/academy/rules/learning/decide-completion.ts";

async function markCompleted(
  tx: Tx,
  given: { enrollmentId: string; lessonKey: string; by: object; at: string },
) {
  return firstRow(
    tx,
    sql`UPDATE academy.lesson_progress SET completed_at = ${given.at}, completed_by = ${JSON.stringify(given.by)}
        WHERE enrollment_id = ${given.enrollmentId} AND lesson_key = ${given.lessonKey} AND completed_at IS NULL
        RETURNING lesson_key`,
  );
}

const factsOf = (enrollment: EnrollmentRow) => ({
  accountId: enrollment.account_id,
  enrollmentId: enrollment.id,
  courseId: enrollment.course_id,
  personId: enrollment.person_id,
});

/** Ends the course for a student who completed every lesson; what is complete stays so. */
async function settleCourse(ctx: AcademyContext, enrollment: EnrollmentRow, lessonKeys: readonly string[]) {
  const ended = await firstRow(
    ctx.tx,
    sql`UPDATE academy.enrollment SET completed_at = ${ctx.now.toString()}
        WHERE id = ${enrollment.id} AND completed_at IS NULL
          AND (SELECT count(*) FROM academy.lesson_progress p WHERE p.enrollment_id = ${enrollment.id}
               AND p.completed_at IS NOT NULL AND p.lesson_key = ANY (${sql.param(lessonKeys)}::uuid[]))
            = ${lessonKeys.length}
        RETURNING id`,
  );
  if (ended)
    await ctx.emit(CourseCompleted, {
      ...factsOf(enrollment),
      curriculumId: enrollment.curriculum_id,
      completedAt: ctx.now.toString(),
    });
}

/**
 * Decides anew whether a lesson is complete, after something of it changed. The enrolment is locked by the caller. A lesson
 * of another curriculum than the student follows is left alone.
 */
export async function settleLesson(
  ctx: AcademyContext,
  enrollment: EnrollmentRow,
  lessonKey: string,
): Promise<void> {
  const outline = await keptOutline({ db: ctx.tx, cache: ctx.cache }, enrollment.curriculum_id);
  const lesson = outline.find(({ key }) => key === lessonKey);
  if (!lesson) return;
  const evidence = await readEvidence(ctx.tx, enrollment.id, lesson);
  const completion = decideCompletion(lesson.completion, evidence);
  if (!completion.isMet) return;
  const isNew = await markCompleted(ctx.tx, {
    enrollmentId: enrollment.id,
    lessonKey,
    by: completion,
    at: ctx.now.toString(),
  });
  if (!isNew) return;
  await ctx.emit(LessonCompleted, { ...factsOf(enrollment), lessonKey, rule: completion.rule });
  await settleCourse(
    ctx,
    enrollment,
    outline.map(({ key }) => key),
  );
}

/**
 * Decides anew whatever a student has not completed, after the enrolment (locked by the caller) follows another curriculum;
 * and whether that was the last of it. What is complete stays so.
 */
export async function settleCurriculum(ctx: AcademyContext, enrollment: EnrollmentRow): Promise<void> {
  const outline = await keptOutline({ db: ctx.tx, cache: ctx.cache }, enrollment.curriculum_id);
  const keys = outline.map(({ key }) => key);
  const begun = await rows<{ lesson_key: string }>(
    ctx.tx,
    sql`SELECT lesson_key FROM academy.lesson_progress WHERE enrollment_id = ${enrollment.id}
          AND completed_at IS NULL AND lesson_key = ANY (${sql.param(keys)}::uuid[]) ORDER BY lesson_key`,
  );
  for (const { lesson_key } of begun) await settleLesson(ctx, enrollment, lesson_key);
  await settleCourse(ctx, enrollment, keys);
}
