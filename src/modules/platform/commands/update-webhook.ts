import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { refuseFaultyWebhook } from "#modules/platform/commands/refuse-webhook.ts";
import { WebhookChanges, WebhookEndpoint } from "#modules/platform/contract.ts";
import { lockEndpoint, toEndpoint } from "#modules/platform/webhook-rows.ts";

/**
 * Changes a webhook; switching it on again forgets why it was off.
 * Errors: `platform.webhook_not_found`, `platform.webhook_address_not_allowed`, `platform.webhook_event_unknown`.
 */
export const updateWebhook = defineCommand({
  name: "platform.update_webhook",
  title: "Change a webhook",
  http: "PATCH /webhooks/:endpointId",
  access: "platform:manage",
  confirm: true,
  input: WebhookChanges,
  output: WebhookEndpoint,
  load: (tx, { endpointId }) => lockEndpoint(tx, endpointId),
  run: async (context, endpoint) => {
    const { tx, input } = context;
    refuseFaultyWebhook(context, input);
    const next = {
      ...endpoint,
      url: input.url ?? endpoint.url,
      description: input.description ?? endpoint.description,
      events: input.events ?? endpoint.events,
      enabled: input.enabled ?? endpoint.enabled,
      ...(input.enabled === undefined ? {} : { disabled_reason: null, failing_since: null }),
    };
    await tx.execute(
      sql`UPDATE platform.webhook_endpoint
          SET url = ${next.url}, description = ${next.description}, events = ${sql.param(next.events)},
              enabled = ${next.enabled}, disabled_reason = ${next.disabled_reason},
              failing_since = ${next.failing_since}
          WHERE id = ${endpoint.id}`,
    );
    return toEndpoint(next);
  },
});
