import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { WebhookEndpoint } from "#modules/platform/contract.ts";
import { ENDPOINT_COLUMNS, type EndpointRow, toEndpoint } from "#modules/platform/webhook-rows.ts";

/** All webhooks, oldest first, and the names of the events they can listen for. */
export const listWebhooks = defineQuery({
  name: "platform.list_webhooks",
  title: "List webhooks",
  http: "GET /webhooks",
  access: "platform:manage",
  input: z.object({}),
  output: z.object({
    items: z.array(WebhookEndpoint),
    events: z.array(z.object({ name: z.string(), title: z.string() })),
  }),
  run: async ({ db, runtime }) => {
    const found = await rows<EndpointRow>(
      db,
      sql`SELECT ${ENDPOINT_COLUMNS} FROM platform.webhook_endpoint WHERE deleted_at IS NULL ORDER BY created_at`,
    );
    const events = [...runtime().registry.events.values()].map(({ name, title }) => ({ name, title }));
    return { items: found.map(toEndpoint), events: events.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
  },
});
