import { defineSubscriber } from "#kernel/events/event.ts";
import { findStaffIds, notify } from "#modules/platform/index.ts";
import { ErasureRequested } from "#modules/people/events/persons.ts";

/** Kind of the notice that a customer wants their data erased. */
export const ERASURE_REQUESTED = "people.erasure_requested";

/** Tells whoever may erase that somebody asks for it. */
export const tellOfErasureRequest = defineSubscriber({
  name: "people.tell_of_erasure_request",
  events: [ErasureRequested.name],
  handle: async (event, context) => {
    const { requestId } = ErasureRequested.payload.parse(event.payload);
    const personIds = await findStaffIds(context.tx, ["owner", "admin"]);
    await notify(context, {
      personIds,
      kind: ERASURE_REQUESTED,
      title: "A customer asks that their data be erased",
      body: "Look at the request and decide it within a month.",
      href: "/console/customers/erasure-requests",
      dedupeKey: `people.erasure_requested:${requestId}`,
    });
  },
});
