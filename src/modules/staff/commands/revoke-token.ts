import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { TokenRevoked } from "#modules/staff/events.ts";
import { canRevokeToken } from "#modules/staff/policy.ts";

const OneToken = z.object({ tokenId: z.uuid() });

interface Held {
  personId: string;
  revoked: boolean;
}

/** Ends a token from its next request on; again: no change. Errors: `staff.token_unknown`. */
export const revokeToken = defineCommand({
  name: "staff.revoke_token",
  title: "Revoke an API token",
  http: "DELETE /tokens/:tokenId",
  access: "signed_in",
  input: OneToken,
  output: OneToken,
  load: async (tx, { tokenId }): Promise<Held> => {
    const token = await firstRow<Held>(
      tx,
      sql`SELECT person_id AS "personId", revoked_at IS NOT NULL AS revoked FROM auth.api_token
          WHERE id = ${tokenId} FOR UPDATE`,
    );
    if (!token) throw refuse("not_found", "staff.token_unknown", "There is no token of this id.");
    return token;
  },
  allow: canRevokeToken,
  run: async ({ tx, actor, now, emit, input: { tokenId } }, { personId, revoked }) => {
    if (revoked) return { tokenId };
    await tx.execute(
      sql`UPDATE auth.api_token SET revoked_at = ${now.toString()}, revoked_by = ${actorPersonId(actor)}
          WHERE id = ${tokenId}`,
    );
    await emit(TokenRevoked, { tokenId, personId });
    return { tokenId };
  },
});
