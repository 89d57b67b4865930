import { draftReview } from "#modules/playbook/commands/draft-review.ts";
import { editReviewSummary } from "#modules/playbook/commands/edit-review-summary.ts";
import { signReview } from "#modules/playbook/commands/sign-review.ts";
import { ReviewDrafted, ReviewSigned } from "#modules/playbook/events/reviews.ts";
import { draftReviewWhenDue } from "#modules/playbook/jobs/draft-review.ts";
import { reviewData } from "#modules/playbook/personal-data/reviews.ts";
import { getReview } from "#modules/playbook/queries/get-review.ts";
import { listReviews } from "#modules/playbook/queries/list-reviews.ts";

/** The Monday page: drafted from facts, worked on by people, signed and frozen. */
export const reviewsPart = {
  operations: [listReviews, getReview, draftReview, editReviewSummary, signReview],
  events: [ReviewDrafted, ReviewSigned],
  jobs: [draftReviewWhenDue],
  personalData: [reviewData],
} as const;
