import type { ClientBase } from "pg";
import { refuse } from "#kernel/errors.ts";

const STEP = 100_000n;

// Half an hour's work, and half of what a server can hand out before it must have tidied up.
const FARTHEST = 1_000_000_000n;

/**
 * Uses up transaction ids until the server's counter has passed `highest`. Events and audit entries carry the id
 * of the transaction that wrote them and are read only once it lies in the past; on a younger server it would lie
 * in the future, and what happens next would sort before what was restored. Takes about 2 s per million.
 * Must run outside a transaction. Errors: `backup.too_far_ahead`.
 */
export async function advanceXid(client: ClientBase, highest: bigint): Promise<void> {
  if (highest - (await currentXid(client)) > FARTHEST) {
    throw refuse(
      "conflict",
      "backup.too_far_ahead",
      "The backup comes from a server that has run far more transactions than this one can catch up with. Restore it into that server.",
    );
  }
  await client.query("SET synchronous_commit = off");
  for (
    let left = highest - (await currentXid(client));
    left > 0n;
    left = highest - (await currentXid(client))
  ) {
    const count = left < STEP ? left : STEP;
    await client.query(
      `DO $$ BEGIN FOR i IN 1..${count} LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$`,
    );
  }
  await client.query("SET synchronous_commit = on");
}

async function currentXid(client: ClientBase): Promise<bigint> {
  const { rows } = await client.query<{ xid: string }>("SELECT pg_current_xact_id()::text AS xid");
  return BigInt(rows[0]?.xid ?? 0);
}
