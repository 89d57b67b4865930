import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { OneLrsClient } from "#modules/academy/contract/lrs.ts";
import { LrsClientRevoked } from "#modules/academy/events/lrs.ts";
import { ORIGINS_CACHE_KEY } from "#modules/academy/lrs/cross-origin.ts";
import { clientCacheKey } from "#modules/academy/lrs/identify-sender.ts";
import { lockClient } from "#modules/academy/lrs/lock-client.ts";

/** Ends a client from its next request on; what it sent stays. Again: no change. Errors: `academy.lrs_client_unknown`. */
export const revokeLrsClient = defineCommand({
  name: "academy.revoke_lrs_client",
  title: "Revoke a client of the learning record store",
  http: "DELETE /academy/lrs/clients/:clientId",
  access: "academy:admin",
  input: OneLrsClient,
  output: OneLrsClient,
  load: lockClient,
  run: async ({ tx, actor, now, emit, cache }, { clientId, key, isRevoked }) => {
    if (isRevoked) return { clientId };
    await tx.execute(
      sql`UPDATE academy.lrs_client SET revoked_at = ${now.toString()}, revoked_by = ${actorPersonId(actor)}
          WHERE id = ${clientId}`,
    );
    await cache.invalidate(tx, clientCacheKey(key));
    await cache.invalidate(tx, ORIGINS_CACHE_KEY);
    await emit(LrsClientRevoked, { clientId });
    return { clientId };
  },
});
