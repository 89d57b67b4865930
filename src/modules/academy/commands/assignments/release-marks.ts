import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { getAssignmentVersion } from "#modules/academy/assignments/assignment-row.ts";
import { noteGradeChange } from "#modules/academy/assignments/note-grade-change.ts";
import { countingScore } from "#modules/academy/assignments/counting-score.ts";
import {
  gradeSubject,
  lockWithEnrollment,
  submissionFacts,
} from "#modules/academy/assignments/submission-row.ts";
import { ReleasedMarks, ReleaseMarks } from "#modules/academy/contract/marking.ts";
import { MarkReleased } from "#modules/academy/events/assignments.ts";
import { recordMark } from "#modules/academy/learning/record-progress.ts";

type Locked = Awaited<ReturnType<typeof lockWithEnrollment>>;

/** In one order for all, so that two who release many at once wait for each other instead of both failing. */
async function lockAll(tx: Tx, submissionIds: readonly string[]): Promise<Locked[]> {
  const found = await rows<{ id: string }>(
    tx,
    sql`SELECT id FROM academy.submission WHERE id = ANY(${sql.param([...submissionIds])}::uuid[])
        ORDER BY enrollment_id, id`,
  );
  const locked: Locked[] = [];
  for (const { id } of found) locked.push(await lockWithEnrollment(tx, id));
  return locked;
}

async function release(ctx: AcademyContext, { submission, enrollment }: Locked): Promise<void> {
  const { tx, now } = ctx;
  const mark = await firstRow<{ points: number; maxPoints: number; scorePpm: number }>(
    tx,
    sql`UPDATE academy.mark SET released_at = ${now.toString()}, released_by = ${actorPersonId(ctx.actor)}
        WHERE submission_id = ${submission.id} AND is_final
        RETURNING points, max_points AS "maxPoints", score_ppm AS "scorePpm"`,
  );
  if (!mark) throw new Error("A marked submission has no final mark");
  await tx.execute(
    sql`UPDATE academy.submission SET status = 'released', version = version + 1 WHERE id = ${submission.id}`,
  );
  const { settings } = await getAssignmentVersion(tx, submission.assignment_id);
  await noteGradeChange(ctx, {
    ...gradeSubject(submission),
    act: "released",
    before: { status: submission.status },
    after: { status: "released", ...mark },
  });
  const scorePpm = await countingScore(tx, submission, mark.scorePpm);
  await recordMark(ctx, { enrollment, lessonKey: submission.lesson_key, scorePpm });
  await ctx.emit(MarkReleased, {
    ...submissionFacts(submission),
    scorePpm: mark.scorePpm,
    isPassed: mark.scorePpm >= settings.passingPercent * 10_000,
  });
}

/** Tells students their marks, one or many at once; what has no final mark is left as it is. */
export const releaseMarks = defineCommand({
  name: "academy.release_marks",
  title: "Release marks to students",
  http: "POST /academy/submissions/release",
  access: "academy:grade",
  input: ReleaseMarks,
  output: ReleasedMarks,
  load: (tx, { submissionIds }) => lockAll(tx, submissionIds),
  run: async (context, locked) => {
    const ready = locked.filter(({ submission }) => submission.status === "marked");
    for (const one of ready) await release(context, one);
    const released = ready.map(({ submission }) => submission.id);
    return { released, skipped: context.input.submissionIds.filter((id) => !released.includes(id)) };
  },
});
