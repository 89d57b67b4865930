import { z } from "zod";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { addDelivery } from "#modules/platform/add-delivery.ts";
import { lockEndpoint } from "#modules/platform/webhook-rows.ts";

/** Sends `platform.test` to one webhook. Errors: `platform.webhook_not_found`, `platform.webhook_off`. */
export const sendTestEvent = defineCommand({
  name: "platform.send_test_event",
  title: "Send a test event to a webhook",
  http: "POST /webhooks/:endpointId/test",
  access: "platform:manage",
  input: z.object({ endpointId: z.uuid() }),
  output: z.object({ deliveryId: z.uuid() }),
  load: (tx, { endpointId }) => lockEndpoint(tx, endpointId),
  run: async (context, endpoint) => {
    if (!endpoint.enabled)
      throw refuse("conflict", "platform.webhook_off", "The webhook is off. Switch it on first.");
    const payload = { message: "If you can read this, the webhook works." };
    const event = { id: newId(), name: "platform.test", version: 1, payload, occurredAt: context.now };
    const deliveryId = await addDelivery(context, endpoint.id, event);
    if (!deliveryId) throw new Error("A new event cannot have been delivered before");
    return { deliveryId };
  },
});
