import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { RecordActivity, RecordedActivity } from "#modules/academy/contract/learning.ts";
import { enterCourse } from "#modules/academy/learning/enter-course.ts";
import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";
import { readOpenings } from "#modules/academy/learning/openings.ts";
import { readProgress } from "#modules/academy/learning/read-progress.ts";
import { readEvidence } from "#modules/academy/learning/read-evidence.ts";
import { settleLesson } from "#modules/academy/learning/settle-lesson.ts";
import { takeReport } from "#modules/academy/learning/take-report.ts";
import { decideCompletion } from "#modules/academy/rules/learning/decide-completion.ts";

/** Notes which reports came, and gives the ones that had not come before. */
async function newReports(tx: Tx, enrollment: EnrollmentRow, ids: readonly string[], now: Temporal.Instant) {
  const noted = await rows<{ report_id: string }>(
    tx,
    sql`INSERT INTO academy.activity_report (enrollment_id, account_id, report_id, received_at)
        SELECT ${enrollment.id}, ${enrollment.account_id}, id, ${now.toString()}
        FROM unnest(${sql.param([...new Set(ids)])}::uuid[]) AS id
        ON CONFLICT DO NOTHING RETURNING report_id`,
  );
  return new Set(noted.map(({ report_id: reportId }) => reportId));
}

/** Time that went by since a student's work was last counted, on any device, in milliseconds. */
const elapsedMs = (enrollment: EnrollmentRow, now: Temporal.Instant): number =>
  now.epochMilliseconds -
  Temporal.Instant.from(enrollment.last_active_at ?? enrollment.started_at).epochMilliseconds;

/**
 * Counts what pages saw a student do. Reports that came before, and lessons that are not theirs or not open, count
 * nothing. Errors: `academy.not_enrolled`, `academy.enrollment_closed`.
 */
export const recordActivity = defineCommand({
  name: "academy.record_activity",
  title: "Report what I did in lessons",
  http: "POST /learn/courses/:course/activity",
  access: "customer",
  unaudited: true,
  input: RecordActivity,
  output: RecordedActivity,
  run: async (context) => {
    const { tx, now, input } = context;
    const { enrollment, lessons } = await enterCourse(context, input.course);
    const openings = await readOpenings(tx, enrollment, { lessons, now });
    const isNew = await newReports(
      tx,
      enrollment,
      input.reports.map(({ reportId }) => reportId),
      now,
    );
    let budgetMs = elapsedMs(enrollment, now);
    let counted = 0;
    const touched = new Map<string, (typeof lessons)[number]>();
    for (const report of input.reports) {
      const lesson = lessons.find(({ key }) => key === report.lessonKey);
      if (!lesson || !openings.get(lesson.key)?.isOpen || !isNew.delete(report.reportId)) continue;
      budgetMs -= await takeReport(context, enrollment, { report, lesson, budgetMs });
      touched.set(lesson.key, lesson);
      counted += 1;
    }
    if (touched.size > 0)
      await tx.execute(
        sql`UPDATE academy.enrollment SET last_active_at = ${now.toString()},
              last_lesson_key = ${[...touched.keys()].at(-1)} WHERE id = ${enrollment.id}`,
      );
    const told = [];
    for (const lesson of touched.values()) {
      await settleLesson(context, enrollment, lesson.key);
      const progress = decideCompletion(lesson.completion, await readEvidence(tx, enrollment.id, lesson));
      told.push({ lessonKey: lesson.key, progress });
    }
    const states = await readProgress(tx, enrollment.id);
    return {
      counted,
      lessons: told.map((lesson) => ({
        ...lesson,
        completedAt: states.get(lesson.lessonKey)?.completedAt ?? null,
      })),
    };
  },
});
