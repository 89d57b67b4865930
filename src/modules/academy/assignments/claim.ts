import { actorPersonId } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { noteGradeChange } from "#modules/academy/assignments/note-grade-change.ts";
import { gradeSubject, type SubmissionRow } from "#modules/academy/assignments/submission-row.ts";

/** How long a submission stays on a grader's table without a save. */
export const LEASE = Temporal.Duration.from({ minutes: 60 });

/** The person who marks. Errors: `academy.grader_unknown` for the house itself. */
export function graderId({ actor }: Pick<AcademyContext, "actor">): string {
  const personId = actorPersonId(actor);
  if (!personId) throw refuse("forbidden", "academy.grader_unknown", "Only a person can mark.");
  return personId;
}

/** True while somebody else has it on the table. */
export const isTaken = (submission: SubmissionRow, grader: string, now: Temporal.Instant): boolean =>
  submission.claimed_by !== null &&
  submission.claimed_by !== grader &&
  submission.claimed_until !== null &&
  Temporal.Instant.compare(Temporal.Instant.from(submission.claimed_until), now) > 0;

/** Whether a grader made the first reading, and so may not make the second. */
export const hasRead = async (db: Db, submissionId: string, grader: string): Promise<boolean> =>
  (await firstRow(
    db,
    sql`SELECT 1 FROM academy.mark WHERE submission_id = ${submissionId} AND reading = 'first' AND grader_id = ${grader}`,
  )) !== undefined;

/** Puts a locked submission on a grader's table. */
export async function takeClaim(
  ctx: Pick<AcademyContext, "tx" | "now" | "actor">,
  submission: SubmissionRow,
): Promise<{ submissionId: string; version: number; claimedUntil: string }> {
  const claimedUntil = ctx.now.add(LEASE).toString();
  const now = ctx.now.toString();
  await ctx.tx.execute(
    sql`UPDATE academy.submission SET claimed_by = ${graderId(ctx)}, claimed_until = ${claimedUntil}, version = version + 1,
          first_claimed_at = coalesce(first_claimed_at, ${now}::timestamptz) WHERE id = ${submission.id}`,
  );
  await noteGradeChange(ctx, { ...gradeSubject(submission), act: "claimed" });
  return { submissionId: submission.id, version: submission.version + 1, claimedUntil };
}
