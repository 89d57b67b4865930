import { z } from "zod";
import { systemActor } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineJob } from "#kernel/jobs/job.ts";
import { commandContext } from "#kernel/operation/execute.ts";
import { postWebhook } from "#kernel/webhooks/post-webhook.ts";
import { webhookHeaders } from "#kernel/webhooks/signature.ts";
import { settleAttempt } from "#modules/platform/settle-attempt.ts";
import { type DeliveryRow, type EndpointRow, findActiveEndpoint } from "#modules/platform/webhook-rows.ts";

/** Takes the delivery for half a minute, longer than a try can last. */
const claim = (db: Db, deliveryId: string, now: Temporal.Instant) =>
  firstRow<DeliveryRow>(
    db,
    sql`UPDATE platform.webhook_delivery
        SET claimed_until = ${now.add({ seconds: 30 }).toString()}, attempts = attempts + 1
        WHERE id = ${deliveryId} AND status = 'pending'
          AND (claimed_until IS NULL OR claimed_until <= ${now.toString()})
        RETURNING id, endpoint_id, event_id, event_name, body, status, attempts`,
  );

/** Until when another try has the delivery; it may have died, so somebody has to look again then. */
async function claimedUntil(db: Db, deliveryId: string): Promise<Temporal.Instant | undefined> {
  const row = await firstRow<{ until: string }>(
    db,
    sql`SELECT claimed_until AS until FROM platform.webhook_delivery
        WHERE id = ${deliveryId} AND status = 'pending' AND claimed_until IS NOT NULL`,
  );
  return row && Temporal.Instant.from(row.until);
}

/** Sets a delivery aside without a try. */
const setAside = (db: Db, deliveryId: string, status: "held" | "cancelled", now: Temporal.Instant) =>
  db.execute(
    sql`UPDATE platform.webhook_delivery
        SET status = ${status}, attempts = attempts - 1, settled_at = ${now.toString()}
        WHERE id = ${deliveryId}`,
  );

function secretsOf(endpoint: EndpointRow, now: Temporal.Instant): string[] {
  const { secret, previous_secret: previous, previous_secret_until: until } = endpoint;
  const stillValid = previous && until && Temporal.Instant.compare(now, Temporal.Instant.from(until)) < 0;
  return stillValid ? [secret, previous] : [secret];
}

/** One try to hand a delivery to its receiver; the next is enqueued with its outcome. */
export const deliverWebhook = defineJob({
  name: "platform.deliver_webhook",
  title: "Deliver an event to a webhook",
  input: z.object({ deliveryId: z.uuid() }),
  expireInSeconds: 60,
  run: async (context, { deliveryId }) => {
    const { db, config, now } = context;
    const delivery = await claim(db, deliveryId, now);
    if (!delivery) {
      const until = await claimedUntil(db, deliveryId);
      if (until)
        await db.transaction((tx) =>
          context.runtime().enqueue(tx, deliverWebhook, { deliveryId }, { startAfter: until }),
        );
      return;
    }
    const endpoint = await findActiveEndpoint(db, delivery.endpoint_id);
    if (!endpoint) return void (await setAside(db, deliveryId, "cancelled", now));
    if (config.CAIRN_SANDBOX) return void (await setAside(db, deliveryId, "held", now));
    const message = {
      id: delivery.event_id,
      at: now,
      body: delivery.body,
      secrets: secretsOf(endpoint, now),
    };
    const answer = await postWebhook(
      { url: endpoint.url, headers: webhookHeaders(message), body: delivery.body },
      { allowPrivate: config.CAIRN_WEBHOOKS_ALLOW_PRIVATE },
    );
    await db.transaction((tx) => {
      const origin = { actor: systemActor("platform.deliver_webhook"), requestId: delivery.event_id, now };
      const { emit, enqueue } = commandContext(context.runtime(), tx, origin, undefined);
      const retryAt = (startAfter: Temporal.Instant) =>
        enqueue(deliverWebhook, { deliveryId }, { startAfter });
      return settleAttempt({ tx, now, emit, retryAt }, delivery, answer);
    });
  },
});
