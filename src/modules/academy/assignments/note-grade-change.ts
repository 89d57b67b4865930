import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";

/** What happened to a grade. `before` and `after` are small facts such as status, points or score. */
export interface GradeChange {
  courseId: string;
  enrollmentId?: string;
  accountId?: string;
  itemKey?: string;
  submissionId?: string;
  act:
    | "handed_in"
    | "withdrawn"
    | "claimed"
    | "given_back"
    | "reading"
    | "marked"
    | "agreed"
    | "released"
    | "reopened"
    | "returned"
    | "overridden"
    | "override_withdrawn"
    | "weights";
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  reason?: string;
}

const json = (facts: Record<string, unknown> | undefined) => (facts ? JSON.stringify(facts) : null);

/** Adds to the history of grades, which nobody can change. */
export async function noteGradeChange(
  { tx, now, actor }: Pick<AcademyContext, "tx" | "now" | "actor">,
  change: GradeChange,
): Promise<void> {
  await tx.execute(
    sql`INSERT INTO academy.grade_change (id, course_id, enrollment_id, account_id, item_key, submission_id, act, before,
          after, reason, by_person_id, at)
        VALUES (${newId()}, ${change.courseId}, ${change.enrollmentId ?? null}, ${change.accountId ?? null},
          ${change.itemKey ?? null}, ${change.submissionId ?? null}, ${change.act}, ${json(change.before)}::jsonb,
          ${json(change.after)}::jsonb, ${change.reason ?? ""}, ${actorPersonId(actor)}, ${now.toString()})`,
  );
}
