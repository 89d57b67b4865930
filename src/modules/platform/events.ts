import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

/** The house switched an endpoint off because its receiver failed for days. */
export const WebhookDisabled = defineEvent({
  name: "platform.webhook_disabled",
  version: 1,
  title: "Webhook switched off after failing for days",
  payload: z.object({ endpointId: z.uuid(), reason: z.string() }),
});
