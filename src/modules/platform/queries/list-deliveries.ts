import { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import {
  DeliveryStatus,
  Paging,
  pageOf,
  type WebhookAttempt,
  WebhookDelivery,
} from "#modules/platform/contract.ts";
import { isoInstant, toPage } from "#modules/platform/paging.ts";
import type { DeliveryRow } from "#modules/platform/webhook-rows.ts";

interface ListedDelivery extends DeliveryRow {
  next_attempt_at: string | null;
  created_at: string;
  settled_at: string | null;
}

interface AttemptRow {
  delivery_id: string;
  at: string;
  status_code: number | null;
  error: string | null;
  response: string | null;
  duration_ms: number;
}

async function logsOf(db: Db, deliveryIds: string[]) {
  const found = await rows<AttemptRow>(
    db,
    sql`SELECT delivery_id, at, status_code, error, response, duration_ms FROM platform.webhook_attempt
        WHERE delivery_id = ANY(${sql.param(deliveryIds)}::uuid[]) ORDER BY id`,
  );
  const logs = new Map<string, z.output<typeof WebhookAttempt>[]>();
  for (const { delivery_id, at, status_code, error, response, duration_ms } of found) {
    const attempt = { at: isoInstant(at), statusCode: status_code, error, response, durationMs: duration_ms };
    logs.set(delivery_id, [...(logs.get(delivery_id) ?? []), attempt]);
  }
  return logs;
}

/** What was sent to a webhook, newest first, with every try. */
export const listDeliveries = defineQuery({
  name: "platform.list_deliveries",
  title: "List webhook deliveries",
  http: "GET /webhooks/:endpointId/deliveries",
  access: "platform:manage",
  input: Paging.extend({ endpointId: z.uuid(), status: DeliveryStatus.optional() }),
  output: pageOf(WebhookDelivery),
  run: async ({ db, input: { endpointId, status, limit, cursor } }) => {
    const found = await rows<ListedDelivery>(
      db,
      sql`SELECT id, endpoint_id, event_id, event_name, body, status, attempts, next_attempt_at, created_at, settled_at
          FROM platform.webhook_delivery
          WHERE endpoint_id = ${endpointId} AND ${status ? sql`status = ${status}` : sql`true`}
            AND ${cursor ? sql`id < ${cursor}` : sql`true`}
          ORDER BY id DESC LIMIT ${limit + 1}`,
    );
    const page = toPage(found, limit, ({ id }) => id);
    const logs = await logsOf(
      db,
      page.items.map(({ id }) => id),
    );
    const items = page.items.map((row) => ({
      deliveryId: row.id,
      endpointId: row.endpoint_id,
      eventId: row.event_id,
      eventName: row.event_name,
      body: row.body,
      status: row.status,
      attempts: row.attempts,
      nextAttemptAt: row.next_attempt_at && isoInstant(row.next_attempt_at),
      createdAt: isoInstant(row.created_at),
      settledAt: row.settled_at && isoInstant(row.settled_at),
      log: logs.get(row.id) ?? [],
    }));
    return { items, nextCursor: page.nextCursor };
  },
});
