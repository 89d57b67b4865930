import type { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import type { activityReport } from "#modules/academy/contract/learning.ts";
import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";
import { openProgress } from "#modules/academy/learning/open-progress.ts";
import { creditActive, creditPlayed } from "#modules/academy/rules/learning/credit-activity.ts";

type Report = z.output<typeof activityReport>;
interface Recordings {
  recordings: readonly { blockId: string; durationMs: number }[];
}

async function addPlayed(ctx: AcademyContext, enrollment: EnrollmentRow, report: Report, budgetMs: number) {
  for (const [blockId, claimed] of Map.groupBy(report.played, (stretch) => stretch.blockId)) {
    const credited = creditPlayed(claimed, budgetMs);
    if (credited.length === 0) continue;
    await ctx.tx.execute(
      sql`INSERT INTO academy.watched AS w (enrollment_id, account_id, lesson_key, block_id, played, updated_at)
          SELECT ${enrollment.id}, ${enrollment.account_id}, ${report.lessonKey}, ${blockId},
            range_agg(int4range(f, t)), ${ctx.now.toString()}
          FROM unnest(${sql.param(credited.map(({ fromMs }) => fromMs))}::int[],
                      ${sql.param(credited.map(({ toMs }) => toMs))}::int[]) AS s (f, t)
          ON CONFLICT (enrollment_id, block_id)
          DO UPDATE SET played = w.played + excluded.played, updated_at = excluded.updated_at`,
    );
  }
}

/** Counts one report; gives the time it used up of the `budgetMs` that went by since the last one. */
export async function takeReport(
  ctx: AcademyContext,
  enrollment: EnrollmentRow,
  { report, lesson, budgetMs }: { report: Report; lesson: Recordings; budgetMs: number },
): Promise<number> {
  await openProgress(ctx, enrollment, report.lessonKey);
  const activeMs = creditActive(report.activeMs, budgetMs);
  const at = Temporal.Instant.from(report.at);
  // A device whose clock is ahead must not win for ever.
  const positionAt = (Temporal.Instant.compare(at, ctx.now) > 0 ? ctx.now : at).toString();
  const position = report.position ? JSON.stringify(report.position) : null;
  await ctx.tx.execute(
    sql`UPDATE academy.lesson_progress SET active_ms = active_ms + ${activeMs}, last_active_at = ${ctx.now.toString()},
          position = CASE WHEN ${position}::jsonb IS NOT NULL AND (position_at IS NULL OR position_at <= ${positionAt})
                     THEN ${position}::jsonb ELSE position END,
          position_at = CASE WHEN ${position}::jsonb IS NOT NULL THEN greatest(position_at, ${positionAt}) ELSE position_at END
        WHERE enrollment_id = ${enrollment.id} AND lesson_key = ${report.lessonKey}`,
  );
  const known = new Map(lesson.recordings.map(({ blockId, durationMs }) => [blockId, durationMs]));
  const played = report.played.flatMap((stretch) => {
    const durationMs = known.get(stretch.blockId);
    return durationMs === undefined ? [] : [{ ...stretch, toMs: Math.min(stretch.toMs, durationMs) }];
  });
  await addPlayed(ctx, enrollment, { ...report, played }, budgetMs);
  return activeMs;
}
