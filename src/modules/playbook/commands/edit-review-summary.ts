import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { EditedReview, EditReviewSummary } from "#modules/playbook/contract/reviews.ts";
import { lockOpenReview } from "#modules/playbook/queries/lock-review.ts";

/** Writes what people make of the week. Errors: `playbook.review_not_found`, `playbook.review_signed`. */
export const editReviewSummary = defineCommand({
  name: "playbook.edit_review_summary",
  title: "Write the summary of a weekly review",
  http: "PUT /playbook/reviews/:reviewId/summary",
  access: "playbook:edit",
  input: EditReviewSummary,
  output: EditedReview,
  load: (tx, { reviewId }) => lockOpenReview(tx, reviewId),
  run: async ({ tx, input }, { id }) => {
    await tx.execute(sql`UPDATE playbook.review SET summary = ${input.summary} WHERE id = ${id}`);
    return { reviewId: id, summary: input.summary };
  },
});
