import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ConfirmedLesson, ConfirmLesson } from "#modules/academy/contract/learning.ts";
import { enterCourse } from "#modules/academy/learning/enter-course.ts";
import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";
import { openProgress } from "#modules/academy/learning/open-progress.ts";
import { demandOpenLesson } from "#modules/academy/learning/openings.ts";
import { readEvidence } from "#modules/academy/learning/read-evidence.ts";
import { settleLesson } from "#modules/academy/learning/settle-lesson.ts";
import { decideCompletion } from "#modules/academy/rules/learning/decide-completion.ts";

/**
 * A page without scripts reports no time; its student says the lesson is read, and is believed as far as the time since
 * they opened it goes.
 */
async function countTimeSinceOpening(tx: Tx, enrollment: EnrollmentRow, given: { key: string; now: string }) {
  await tx.execute(
    sql`UPDATE academy.lesson_progress SET active_ms = greatest(active_ms,
          (extract(epoch FROM ${given.now}::timestamptz - opened_at) * 1000)::bigint), last_active_at = ${given.now}
        WHERE enrollment_id = ${enrollment.id} AND lesson_key = ${given.key}`,
  );
}

/**
 * The student says that a lesson is done. Where its rule asks for more, nothing is completed, and what is missing is
 * told. Errors: `academy.not_enrolled`, `academy.enrollment_closed`, `academy.lesson_unknown`, `academy.lesson_not_open`.
 */
export const confirmLesson = defineCommand({
  name: "academy.confirm_lesson",
  title: "Say that a lesson is done",
  http: "POST /learn/courses/:course/lessons/:lesson/confirmation",
  access: "customer",
  unaudited: true,
  input: ConfirmLesson,
  output: ConfirmedLesson,
  run: async (context) => {
    const { tx, now, input } = context;
    const { enrollment, lessons } = await enterCourse(context, input.course);
    const lesson = lessons.find(({ slug }) => slug === input.lesson);
    if (!lesson) throw refuse("not_found", "academy.lesson_unknown", "Your course has no such lesson.");
    const { key, completion } = lesson;
    await demandOpenLesson(tx, enrollment, { lessonKey: key, now });
    await openProgress(context, enrollment, key);
    if (completion.rule === "read") await countTimeSinceOpening(tx, enrollment, { key, now: now.toString() });
    if (completion.rule === "confirm")
      await tx.execute(
        sql`UPDATE academy.lesson_progress SET confirmed_at = coalesce(confirmed_at, ${now.toString()})
            WHERE enrollment_id = ${enrollment.id} AND lesson_key = ${key}`,
      );
    await settleLesson(context, enrollment, key);
    const state = await firstRow<{ completed_at: string | null }>(
      tx,
      sql`SELECT to_jsonb(completed_at) AS completed_at FROM academy.lesson_progress
          WHERE enrollment_id = ${enrollment.id} AND lesson_key = ${key}`,
    );
    const progress = decideCompletion(completion, await readEvidence(tx, enrollment.id, lesson));
    return { completedAt: state?.completed_at ?? null, progress };
  },
});
