import { defineSubscriber } from "#kernel/events/event.ts";
import { syncAllAccess } from "#modules/academy/jobs/sync-access.ts";

/** Who bought a course before it was out is enrolled once it is. */
export const enrolEarlyBuyers = defineSubscriber({
  name: "academy.enrol_early_buyers",
  events: ["academy.curriculum_published"],
  handle: async (_event, { enqueue }) => {
    await enqueue(syncAllAccess, {}, { singletonKey: "academy.sync_access" });
  },
});
