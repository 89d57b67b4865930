import { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { newWebhookSecret } from "#kernel/webhooks/signature.ts";
import { instantText } from "#modules/platform/contract.ts";
import { lockEndpoint } from "#modules/platform/webhook-rows.ts";

const OVERLAP = Temporal.Duration.from({ hours: 24 });

/**
 * Makes a new secret; for 24 hours every message is signed with both, so that a receiver can change over.
 * Errors: `platform.webhook_not_found`.
 */
export const rotateWebhookSecret = defineCommand({
  name: "platform.rotate_webhook_secret",
  title: "Renew a webhook's secret",
  http: "POST /webhooks/:endpointId/secret",
  access: "platform:manage",
  confirm: true,
  secretOutput: true,
  input: z.object({ endpointId: z.uuid() }),
  output: z.object({ endpointId: z.uuid(), secret: z.string(), previousSecretUntil: instantText }),
  load: (tx, { endpointId }) => lockEndpoint(tx, endpointId),
  run: async ({ tx, now }, { id }) => {
    const secret = newWebhookSecret();
    const until = now.add(OVERLAP).toString();
    await tx.execute(
      sql`UPDATE platform.webhook_endpoint
          SET previous_secret = secret, previous_secret_until = ${until}, secret = ${secret} WHERE id = ${id}`,
    );
    return { endpointId: id, secret, previousSecretUntil: until };
  },
});
