import { sql } from "#kernel/db/sql.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { AttemptMarked, AttemptSubmitted } from "#modules/academy/events/quizzes.ts";
import { recordScore } from "#modules/academy/learning/record-progress.ts";
import { type AttemptRow, isAttemptOver, readItems } from "#modules/academy/quizzes/attempt-row.ts";
import { markAnswer } from "#modules/academy/rules/quizzes/mark-answer.ts";
import { isPassing, scoreAttempt } from "#modules/academy/rules/quizzes/score-attempt.ts";

/** What events say of an attempt. */
export const attemptFacts = (attempt: AttemptRow) => ({
  accountId: attempt.account_id,
  enrollmentId: attempt.enrollment_id,
  courseId: attempt.course_id,
  personId: attempt.person_id,
  attemptId: attempt.id,
  quizKey: attempt.quiz_key,
});

/** Tells a lesson, and whoever listens, what an attempt came to. */
export async function tellScore(
  ctx: AcademyContext,
  attempt: AttemptRow,
  { scorePpm, isRemark }: { scorePpm: number; isRemark: boolean },
): Promise<void> {
  await ctx.emit(AttemptMarked, {
    ...attemptFacts(attempt),
    scorePpm,
    passed: isPassing(scorePpm, attempt.settings.passingPercent),
    isRemark,
  });
  if (attempt.lesson_key)
    await recordScore(ctx, {
      enrollment: { id: attempt.enrollment_id },
      lessonKey: attempt.lesson_key,
      scorePpm,
    });
}

/**
 * Ends an open attempt that is locked and marks what was saved. One whose time is over ends at its deadline, whoever asks
 * and however late. Gives it as it is then; one that ended before is given as it is.
 */
export async function finishAttempt(ctx: AcademyContext, attempt: AttemptRow): Promise<AttemptRow> {
  if (attempt.status !== "open") return attempt;
  const isOver = isAttemptOver(attempt, ctx.now);
  const items = await readItems(ctx.tx, attempt.id);
  const marked = items.map((item) => ({
    position: item.position,
    points: item.points,
    awardedPpm: markAnswer(item.body, item.answer),
  }));
  const scorePpm = scoreAttempt(marked);
  const finished: AttemptRow = {
    ...attempt,
    status: "finished",
    finished_at: isOver ? attempt.deadline_at : ctx.now.toString(),
    finished_by: isOver ? "time" : "student",
    score_ppm: scorePpm,
    is_passed: isPassing(scorePpm, attempt.settings.passingPercent),
  };
  await ctx.tx.execute(
    sql`WITH ended AS (
          UPDATE academy.quiz_attempt SET status = 'finished', finished_at = ${finished.finished_at}::timestamptz,
            finished_by = ${finished.finished_by}, score_ppm = ${scorePpm}, is_passed = ${finished.is_passed}
          WHERE id = ${attempt.id} RETURNING id)
        UPDATE academy.quiz_item i SET awarded_ppm = m."awardedPpm", marked_by_version_id = i.version_id
        FROM ended, jsonb_to_recordset(${JSON.stringify(marked)}::jsonb) AS m (position int, "awardedPpm" int)
        WHERE i.attempt_id = ended.id AND i.position = m.position`,
  );
  await ctx.emit(AttemptSubmitted, { ...attemptFacts(attempt), finishedBy: isOver ? "time" : "student" });
  await tellScore(ctx, finished, { scorePpm, isRemark: false });
  return finished;
}
