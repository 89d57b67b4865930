import { defineSubscriber } from "#kernel/events/event.ts";
import { findStaffIds, notify } from "#modules/platform/index.ts";
import { MODERATORS } from "#modules/academy/community/moderators.ts";
import { PostReported } from "#modules/academy/events/community.ts";

/** Kind of the notice that a student reported a post. */
export const POST_REPORTED = "academy.post_reported";

/** Tells who moderates that a post was reported, once for a post. */
export const tellOfReports = defineSubscriber({
  name: "academy.tell_of_reports",
  events: [PostReported.name],
  handle: async (event, context) => {
    const { postId, threadId } = PostReported.payload.parse(event.payload);
    await notify(context, {
      personIds: await findStaffIds(context.tx, [...MODERATORS]),
      kind: POST_REPORTED,
      title: "A student reported a post",
      href: `/console/academy/community/threads/${threadId}`,
      dedupeKey: `${POST_REPORTED}:${postId}`,
    });
  },
});
