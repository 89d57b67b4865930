import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { sha256Hex } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { SignedReview, SignReview } from "#modules/playbook/contract/reviews.ts";
import { ReviewSigned } from "#modules/playbook/events/reviews.ts";
import { type LockedReview, lockOpenReview } from "#modules/playbook/queries/lock-review.ts";
import { signingName } from "#modules/playbook/queries/person-name.ts";

/** The text that is signed: draft, summary and what was agreed. People are named by id, so that they can be erased. */
async function frozenText(tx: Tx, { id, week, draft, summary }: LockedReview): Promise<string> {
  const actions = await rows<{ id: string; text: string; assigneeId: string | null; dueOn: string | null }>(
    tx,
    sql`SELECT id, text, assignee_id AS "assigneeId", due_on AS "dueOn" FROM playbook.action
        WHERE review_id = ${id} ORDER BY created_at, id`,
  );
  return JSON.stringify({ week, draft, summary, actions });
}

/**
 * Signs a review with one's name; from then on it stays as it is.
 * Errors: `playbook.review_not_found`, `playbook.review_signed`, `playbook.person_unknown`.
 */
export const signReview = defineCommand({
  name: "playbook.sign_review",
  title: "Sign a weekly review",
  http: "POST /playbook/reviews/:reviewId/signature",
  access: "playbook:edit",
  confirm: true,
  input: SignReview,
  output: SignedReview,
  load: (tx, { reviewId }) => lockOpenReview(tx, reviewId),
  run: async ({ tx, now, actor, emit }, review) => {
    const signedName = await signingName(tx, actor);
    const frozen = await frozenText(tx, review);
    const sha256 = sha256Hex(frozen);
    const signedAt = now.toString();
    await tx.execute(
      sql`UPDATE playbook.review SET signed_at = ${signedAt}, signed_by = ${actorPersonId(actor)},
            signed_name = ${signedName}, frozen = ${frozen}, sha256 = ${sha256} WHERE id = ${review.id}`,
    );
    const { id: reviewId, planId, week } = review;
    await emit(ReviewSigned, { reviewId, planId, week, sha256 });
    return { reviewId, signedAt, signedName, sha256 };
  },
});
