import { firstRow, sql } from "#kernel/db/sql.ts";
import type { RecordedEvent } from "#kernel/events/event.ts";
import { newId } from "#kernel/ids.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { deliverWebhook } from "#modules/platform/jobs/deliver-webhook.ts";

/** Puts an event on its way to an endpoint, once; undefined when it was before. Returns the delivery's id. */
export async function addDelivery(
  context: Pick<CommandContext<unknown>, "tx" | "now" | "enqueue">,
  endpointId: string,
  event: Omit<RecordedEvent, "actorPersonId">,
): Promise<string | undefined> {
  const body = JSON.stringify({
    type: event.name,
    version: event.version,
    timestamp: event.occurredAt.toString(),
    data: event.payload,
  });
  const row = await firstRow<{ id: string }>(
    context.tx,
    sql`INSERT INTO platform.webhook_delivery (id, endpoint_id, event_id, event_name, body, status, created_at)
        VALUES (${newId()}, ${endpointId}, ${event.id}, ${event.name}, ${body}, 'pending', ${context.now.toString()})
        ON CONFLICT (endpoint_id, event_id) DO NOTHING RETURNING id`,
  );
  if (row) await context.enqueue(deliverWebhook, { deliveryId: row.id });
  return row?.id;
}
