import { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { WebhookEndpoint } from "#modules/platform/contract.ts";
import { ENDPOINT_COLUMNS, type EndpointRow, toEndpoint } from "#modules/platform/webhook-rows.ts";

/** One webhook. Errors: `platform.webhook_not_found`. */
export const getWebhook = defineQuery({
  name: "platform.get_webhook",
  title: "See a webhook",
  http: "GET /webhooks/:endpointId",
  access: "platform:manage",
  input: z.object({ endpointId: z.uuid() }),
  output: WebhookEndpoint,
  run: async ({ db, input }) => {
    const row = await firstRow<EndpointRow>(
      db,
      sql`SELECT ${ENDPOINT_COLUMNS} FROM platform.webhook_endpoint
          WHERE id = ${input.endpointId} AND deleted_at IS NULL`,
    );
    if (!row) throw refuse("not_found", "platform.webhook_not_found", "There is no such webhook.");
    return toEndpoint(row);
  },
});
