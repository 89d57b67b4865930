import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { newWebhookSecret } from "#kernel/webhooks/signature.ts";
import { refuseFaultyWebhook } from "#modules/platform/commands/refuse-webhook.ts";
import { WebhookInput } from "#modules/platform/contract.ts";

/**
 * Adds a receiver of events; it hears what happens from now on. The secret is shown this once.
 * Errors: `platform.webhook_address_not_allowed`, `platform.webhook_event_unknown`.
 */
export const createWebhook = defineCommand({
  name: "platform.create_webhook",
  title: "Add a webhook",
  http: "POST /webhooks",
  access: "platform:manage",
  confirm: true,
  secretOutput: true,
  input: WebhookInput,
  output: z.object({ endpointId: z.uuid(), secret: z.string() }),
  run: async (context) => {
    const { tx, input, now, actor } = context;
    refuseFaultyWebhook(context, input);
    const endpointId = newId();
    const secret = newWebhookSecret();
    await tx.execute(
      sql`INSERT INTO platform.webhook_endpoint (id, url, description, events, secret, created_at, created_by)
          VALUES (${endpointId}, ${input.url}, ${input.description}, ${sql.param(input.events)}, ${secret},
                  ${now.toString()}, ${actorPersonId(actor)})`,
    );
    return { endpointId, secret };
  },
});
