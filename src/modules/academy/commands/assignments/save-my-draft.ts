import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { readDraft } from "#modules/academy/assignments/draft-row.ts";
import { demandHandIn, openMyAssignment } from "#modules/academy/assignments/my-assignment.ts";
import { SavedMyDraft, SaveMyDraft } from "#modules/academy/contract/submissions.ts";

/**
 * Keeps the text a student is writing. The newest save counts, from whatever device; where another device had saved in
 * between, its text stays beside the new one and the answer says so.
 * Errors: `academy.not_enrolled`, `academy.assignment_unknown`, `academy.lesson_not_open`, `academy.text_not_taken`,
 * `academy.enrollment_closed`, `academy.in_marking`, `academy.no_attempts_left`.
 */
export const saveMyDraft = defineCommand({
  name: "academy.save_my_draft",
  title: "Keep the draft of one's work",
  http: "PUT /academy/my/courses/:courseSlug/assignments/:assignmentKey/draft",
  access: "customer",
  unaudited: true,
  input: SaveMyDraft,
  output: SavedMyDraft,
  run: async (context) => {
    const { tx, input, now } = context;
    const mine = await openMyAssignment(context, tx, { ...input, lock: true });
    demandHandIn(mine);
    const { enrollment, assignment } = mine;
    if (!assignment.settings.acceptsText)
      throw refuse("invalid", "academy.text_not_taken", "This assignment takes files only.");
    const before = await readDraft(tx, { enrollmentId: enrollment.id, assignmentKey: assignment.key });
    const isBeside =
      before.revision > input.revision && JSON.stringify(before.text) !== JSON.stringify(input.text);
    const saved = await firstRow<{ revision: number }>(
      tx,
      sql`INSERT INTO academy.submission_draft (enrollment_id, account_id, person_id, assignment_key, text, saved_at)
          VALUES (${enrollment.id}, ${enrollment.account_id}, ${enrollment.person_id}, ${assignment.key},
            ${JSON.stringify(input.text)}::jsonb, ${now.toString()})
          ON CONFLICT (enrollment_id, assignment_key) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at,
            revision = academy.submission_draft.revision + 1,
            replaced_text = CASE WHEN ${isBeside} THEN academy.submission_draft.text
                                 ELSE academy.submission_draft.replaced_text END,
            replaced_at = CASE WHEN ${isBeside} THEN academy.submission_draft.saved_at
                               ELSE academy.submission_draft.replaced_at END
          RETURNING revision`,
    );
    if (!saved) throw new Error("A draft was not kept");
    return { ...saved, savedAt: now.toString(), replacedAt: isBeside ? before.savedAt : null };
  },
});
