import { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { deliverWebhook } from "#modules/platform/jobs/deliver-webhook.ts";
import { findActiveEndpoint } from "#modules/platform/webhook-rows.ts";

/**
 * Sends a settled delivery again under the same message id, with a full round of tries.
 * Errors: `platform.delivery_not_found`, `platform.delivery_pending`, `platform.webhook_off`.
 */
export const replayDelivery = defineCommand({
  name: "platform.replay_delivery",
  title: "Send a webhook delivery again",
  http: "POST /webhook-deliveries/:deliveryId/replay",
  access: "platform:manage",
  confirm: true,
  input: z.object({ deliveryId: z.uuid() }),
  output: z.object({ deliveryId: z.uuid(), status: z.literal("pending") }),
  load: async (tx, { deliveryId }) => {
    const delivery = await firstRow<{ endpoint_id: string; status: string }>(
      tx,
      sql`SELECT endpoint_id, status FROM platform.webhook_delivery WHERE id = ${deliveryId} FOR UPDATE`,
    );
    if (!delivery) throw refuse("not_found", "platform.delivery_not_found", "There is no such delivery.");
    return delivery;
  },
  run: async ({ tx, enqueue, input: { deliveryId } }, delivery) => {
    if (delivery.status === "pending")
      throw refuse("conflict", "platform.delivery_pending", "This delivery is still being tried.");
    if (!(await findActiveEndpoint(tx, delivery.endpoint_id)))
      throw refuse("conflict", "platform.webhook_off", "The webhook is off. Switch it on first.");
    await tx.execute(
      sql`UPDATE platform.webhook_delivery
          SET status = 'pending', attempts = 0, claimed_until = NULL, next_attempt_at = NULL, settled_at = NULL
          WHERE id = ${deliveryId}`,
    );
    await enqueue(deliverWebhook, { deliveryId });
    return { deliveryId, status: "pending" as const };
  },
});
