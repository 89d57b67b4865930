import { defineSubscriber } from "#kernel/events/event.ts";
import { findStaffIds, notify } from "#modules/platform/index.ts";
import { SubmissionMade } from "#modules/academy/events/assignments.ts";

/** Kind of the notice that work waits to be marked. */
export const WORK_WAITING = "academy.work_waiting";

/** Tells whoever marks that work came in, once a day and course; the queue says how much. */
export const tellOfWorkWaiting = defineSubscriber({
  name: "academy.tell_of_work_waiting",
  events: [SubmissionMade.name],
  handle: async (event, context) => {
    const { courseId } = SubmissionMade.payload.parse(event.payload);
    const { zone } = await context.company();
    const today = event.occurredAt.toZonedDateTimeISO(zone).toPlainDate().toString();
    await notify(context, {
      personIds: await findStaffIds(context.tx, ["owner", "admin", "editor"]),
      kind: WORK_WAITING,
      title: "Students have handed in work",
      body: "It waits to be marked, the oldest first.",
      href: `/console/academy/assignments?course=${courseId}`,
      dedupeKey: `${WORK_WAITING}:${courseId}:${today}`,
    });
  },
});
