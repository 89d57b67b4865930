import { STAFF_ROLES } from "#kernel/actor.ts";
import { defineSubscriber } from "#kernel/events/event.ts";
import { findStaffIds, notify } from "#modules/platform/index.ts";
import { ReviewDrafted, ReviewSigned } from "#modules/playbook/events/reviews.ts";
import { findPerson } from "#modules/playbook/queries/person-name.ts";
import { reviewDigest } from "#modules/playbook/queries/review-digest.ts";
import { weekName } from "#modules/playbook/rules/review/week-name.ts";
import { placeOfReview } from "#modules/playbook/rules/place.ts";

/** Tells those who work on the review that it lies ready; a draft made anew is no news. */
export const tellOfDraft = defineSubscriber({
  name: "playbook.tell_of_draft",
  events: [ReviewDrafted.name],
  handle: async (event, context) => {
    const { reviewId, week, headline, redrafted } = ReviewDrafted.payload.parse(event.payload);
    if (redrafted) return;
    await notify(context, {
      personIds: await findStaffIds(context.tx, ["owner", "admin", "editor"]),
      kind: "playbook.review_ready",
      title: `The review of ${weekName(week)} is ready`,
      body: headline,
      href: placeOfReview(reviewId),
      dedupeKey: `review-ready:${reviewId}`,
    });
  },
});

/** Sends the signed review to everybody who works here and wants it. */
export const sendSignedReview = defineSubscriber({
  name: "playbook.send_signed_review",
  events: [ReviewSigned.name],
  handle: async (event, context) => {
    const { reviewId, week } = ReviewSigned.payload.parse(event.payload);
    const signer = await findPerson(context.tx, event.actorPersonId);
    await notify(context, {
      personIds: await findStaffIds(context.tx, STAFF_ROLES),
      kind: "playbook.weekly_review",
      title: `Review of ${weekName(week)}${signer ? `, signed by ${signer.name}` : ""}`,
      body: await reviewDigest(context.tx, reviewId),
      href: placeOfReview(reviewId),
      dedupeKey: `review-signed:${reviewId}`,
    });
  },
});
