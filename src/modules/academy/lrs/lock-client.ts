import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** A client whose row is locked. */
export interface LockedClient {
  clientId: string;
  name: string;
  key: string;
  isRevoked: boolean;
}

/** Locks a client. Errors: `academy.lrs_client_unknown`. */
export async function lockClient(tx: Tx, { clientId }: { clientId: string }): Promise<LockedClient> {
  const client = await firstRow<LockedClient>(
    tx,
    sql`SELECT id AS "clientId", name, key, revoked_at IS NOT NULL AS "isRevoked" FROM academy.lrs_client
        WHERE id = ${clientId} FOR UPDATE`,
  );
  if (!client) throw refuse("not_found", "academy.lrs_client_unknown", "There is no client of this id.");
  return client;
}
