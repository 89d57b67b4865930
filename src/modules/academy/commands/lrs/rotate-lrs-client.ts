import { publicUrl } from "#kernel/config.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { sha256Hex } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { LrsClientSecret, OneLrsClient } from "#modules/academy/contract/lrs.ts";
import { LrsClientRotated } from "#modules/academy/events/lrs.ts";
import { newClientSecret } from "#modules/academy/lrs/client-secret.ts";
import { clientCacheKey } from "#modules/academy/lrs/identify-sender.ts";
import { lockClient } from "#modules/academy/lrs/lock-client.ts";

/** Gives a client a new secret, shown once; the old one ends now. Errors: `academy.lrs_client_unknown`, `academy.lrs_client_revoked`. */
export const rotateLrsClient = defineCommand({
  name: "academy.rotate_lrs_client",
  title: "Give a client of the learning record store a new secret",
  http: "POST /academy/lrs/clients/:clientId/rotation",
  access: "academy:admin",
  secretOutput: true,
  input: OneLrsClient,
  output: LrsClientSecret,
  load: lockClient,
  run: async ({ tx, now, emit, cache, config }, { clientId, name, key, isRevoked }) => {
    if (isRevoked)
      throw refuse("conflict", "academy.lrs_client_revoked", "This client is revoked. Register a new one.");
    const secret = newClientSecret();
    await tx.execute(
      sql`UPDATE academy.lrs_client SET secret_hash = ${sha256Hex(secret)}, rotated_at = ${now.toString()}
          WHERE id = ${clientId}`,
    );
    await cache.invalidate(tx, clientCacheKey(key));
    await emit(LrsClientRotated, { clientId });
    return { clientId, name, key, secret, endpoint: `${publicUrl(config)}/xapi` };
  },
});
