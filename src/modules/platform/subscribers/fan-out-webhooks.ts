import { rows, sql } from "#kernel/db/sql.ts";
import { defineSubscriber } from "#kernel/events/event.ts";
import { addDelivery } from "#modules/platform/add-delivery.ts";

/** Puts every event on its way to the endpoints that listen for it and were there when it happened. */
export const fanOutWebhooks = defineSubscriber({
  name: "platform.fan_out_webhooks",
  events: ["*"],
  handle: async (event, context) => {
    const endpoints = await rows<{ id: string }>(
      context.tx,
      sql`SELECT id FROM platform.webhook_endpoint
          WHERE enabled AND deleted_at IS NULL AND created_at <= ${event.occurredAt.toString()}
            AND events && ARRAY['*', ${event.name}]::text[]
          ORDER BY created_at`,
    );
    for (const { id } of endpoints) await addDelivery(context, id, event);
  },
});
