import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { ReviewDraft } from "#modules/playbook/rules/review/types.ts";

/** A review that is held until the end of the transaction. */
export interface LockedReview {
  id: string;
  planId: string;
  week: string;
  draft: ReviewDraft;
  summary: string;
  signedAt: string | null;
}

/** Locks a review. Errors: `playbook.review_not_found`. */
async function lockReview(tx: Tx, reviewId: string): Promise<LockedReview> {
  const review = await firstRow<LockedReview>(
    tx,
    sql`SELECT id, plan_id AS "planId", week, draft, summary, signed_at AS "signedAt"
        FROM playbook.review WHERE id = ${reviewId} FOR UPDATE`,
  );
  if (!review) throw refuse("not_found", "playbook.review_not_found", "This review is not here.");
  return review;
}

/** Locks a review that may still change. Errors: `playbook.review_not_found`, `playbook.review_signed`. */
export async function lockOpenReview(tx: Tx, reviewId: string): Promise<LockedReview> {
  const review = await lockReview(tx, reviewId);
  if (review.signedAt) throw reviewSigned();
  return review;
}

/** What a signed review answers to every change. */
export const reviewSigned = () =>
  refuse(
    "conflict",
    "playbook.review_signed",
    "This review is signed and stays as it is. Note it in the next one.",
  );
