import { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockEndpoint } from "#modules/platform/webhook-rows.ts";

/** Removes a webhook; its delivery log stays. Errors: `platform.webhook_not_found`. */
export const deleteWebhook = defineCommand({
  name: "platform.delete_webhook",
  title: "Remove a webhook",
  http: "DELETE /webhooks/:endpointId",
  access: "platform:manage",
  confirm: true,
  input: z.object({ endpointId: z.uuid() }),
  output: z.object({ endpointId: z.uuid() }),
  load: (tx, { endpointId }) => lockEndpoint(tx, endpointId),
  run: async ({ tx, now }, { id }) => {
    await tx.execute(
      sql`UPDATE platform.webhook_endpoint SET deleted_at = ${now.toString()}, enabled = false WHERE id = ${id}`,
    );
    return { endpointId: id };
  },
});
