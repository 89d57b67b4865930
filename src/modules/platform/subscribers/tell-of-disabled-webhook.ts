import { defineSubscriber } from "#kernel/events/event.ts";
import { WebhookDisabled } from "#modules/platform/events.ts";
import { findStaffIds } from "#modules/platform/find-staff.ts";
import { notify } from "#modules/platform/notify.ts";

/** Tells owners and admins that a receiver was given up. */
export const tellOfDisabledWebhook = defineSubscriber({
  name: "platform.tell_of_disabled_webhook",
  events: [WebhookDisabled.name],
  handle: async (event, context) => {
    const { endpointId, reason } = WebhookDisabled.payload.parse(event.payload);
    await notify(context, {
      personIds: await findStaffIds(context.tx, ["owner", "admin"]),
      kind: "platform.webhook_disabled",
      title: "A webhook was switched off",
      body: `${reason} Mend the receiver, switch the webhook on and replay what it missed.`,
      href: `/console/webhooks/${endpointId}`,
      dedupeKey: event.id,
    });
  },
});
