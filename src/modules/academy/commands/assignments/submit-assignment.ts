import { EMPTY_TEXT, type RichText } from "#kernel/browser/rich-text.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { type FileRow, readDraft, readDraftFiles } from "#modules/academy/assignments/draft-row.ts";
import {
  demandHandIn,
  type MyAssignmentFacts,
  openMyAssignment,
} from "#modules/academy/assignments/my-assignment.ts";
import { noteGradeChange } from "#modules/academy/assignments/note-grade-change.ts";
import { SubmitAssignment, SubmittedAssignment } from "#modules/academy/contract/submissions.ts";
import { SubmissionMade } from "#modules/academy/events/assignments.ts";
import { recordSubmission } from "#modules/academy/learning/record-progress.ts";
import { hasWords } from "#modules/academy/rules/assignments/has-words.ts";

/** The work as it is now, frozen under the next number. */
async function freeze(
  ctx: AcademyContext,
  mine: MyAssignmentFacts,
  work: { text: RichText; files: FileRow[] },
) {
  const { enrollment, assignment, lesson, due } = mine;
  const isLate = due !== null && Temporal.Instant.compare(ctx.now, due.at) >= 0;
  const made = await firstRow<{ id: string; number: number }>(
    ctx.tx,
    sql`INSERT INTO academy.submission (id, course_id, enrollment_id, account_id, person_id, assignment_id, assignment_key,
          lesson_key, number, text, submitted_at, due_at, is_late, status)
        SELECT ${newId()}::uuid, ${enrollment.course_id}::uuid, ${enrollment.id}::uuid, ${enrollment.account_id}::uuid,
          ${enrollment.person_id}::uuid, ${assignment.id}::uuid, ${assignment.key}::uuid, ${lesson.key}::uuid,
          coalesce(max(number), 0) + 1, ${JSON.stringify(work.text)}::jsonb, ${ctx.now.toString()}::timestamptz,
          ${due?.at.toString() ?? null}::timestamptz, ${isLate}, 'waiting'
        FROM academy.submission WHERE enrollment_id = ${enrollment.id} AND assignment_key = ${assignment.key}
        RETURNING id, number`,
  );
  if (!made) throw new Error("Work was not handed in");
  const fileIds = work.files.map(({ fileId }) => fileId);
  await ctx.tx.execute(
    sql`INSERT INTO academy.submission_file (submission_id, file_id, account_id, position)
        SELECT ${made.id}::uuid, file_id, ${enrollment.account_id}::uuid, position
        FROM unnest(${sql.param(fileIds)}::uuid[]) WITH ORDINALITY AS f (file_id, position)`,
  );
  return { ...made, isLate };
}

async function clearDraft(ctx: AcademyContext, { enrollment, assignment }: MyAssignmentFacts): Promise<void> {
  const own = sql`enrollment_id = ${enrollment.id} AND assignment_key = ${assignment.key}`;
  await ctx.tx.execute(sql`DELETE FROM academy.submission_draft WHERE ${own}`);
  await ctx.tx.execute(sql`UPDATE academy.student_file SET in_draft = false WHERE ${own}`);
}

/**
 * Hands in the draft: it is frozen under a number, with whether it came late, and graders see it.
 * Errors: those of opening the assignment, `academy.nothing_to_submit`, `academy.draft_changed`,
 * `academy.enrollment_closed`, `academy.in_marking`, `academy.no_attempts_left`.
 */
export const submitAssignment = defineCommand({
  name: "academy.submit_assignment",
  title: "Hand in one's work",
  http: "POST /academy/my/courses/:courseSlug/assignments/:assignmentKey/submissions",
  access: "customer",
  input: SubmitAssignment,
  output: SubmittedAssignment,
  run: async (context) => {
    const { tx, input, emit } = context;
    const mine = await openMyAssignment(context, tx, { ...input, lock: true });
    demandHandIn(mine);
    const { enrollment, assignment, lesson } = mine;
    const of = { enrollmentId: enrollment.id, assignmentKey: assignment.key };
    const draft = await readDraft(tx, of);
    if (input.revision !== undefined && draft.revision !== input.revision)
      throw refuse(
        "conflict",
        "academy.draft_changed",
        "The draft was saved on another device since you opened this page. Look at it once more, then hand it in.",
      );
    const text = assignment.settings.acceptsText ? draft.text : EMPTY_TEXT;
    const files = await readDraftFiles(tx, of);
    if (files.length === 0 && !hasWords(text))
      throw refuse(
        "invalid",
        "academy.nothing_to_submit",
        "There is nothing to hand in yet. Write something or add a file.",
      );
    const { id: submissionId, number, isLate } = await freeze(context, mine, { text, files });
    await clearDraft(context, mine);
    const facts = {
      accountId: enrollment.account_id,
      enrollmentId: enrollment.id,
      courseId: enrollment.course_id,
      submissionId,
    };
    await noteGradeChange(context, {
      ...facts,
      itemKey: assignment.key,
      act: "handed_in",
      after: { number, isLate, files: files.length },
    });
    await recordSubmission(context, { enrollment, lessonKey: lesson.key });
    const who = { personId: enrollment.person_id, assignmentKey: assignment.key };
    await emit(SubmissionMade, { ...facts, ...who, number, isLate });
    return { submissionId, number, isLate };
  },
});
