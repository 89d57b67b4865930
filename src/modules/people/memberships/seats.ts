import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** Members of an account and open invitations to it; `limit` is null where it may have as many as it likes. */
export async function countSeats(
  db: Db,
  { accountId, now }: { accountId: string; now: Temporal.Instant },
): Promise<{ used: number; limit: number | null }> {
  const row = await firstRow<{ used: number; limit: number | null }>(
    db,
    sql`SELECT a.seat_limit AS "limit",
          (SELECT count(*)::int FROM people.membership WHERE account_id = a.id AND until_at IS NULL)
          + (SELECT count(*)::int FROM people.invitation WHERE account_id = a.id AND accepted_at IS NULL
               AND revoked_at IS NULL AND expires_at > ${now.toString()}) AS used
        FROM people.account a WHERE a.id = ${accountId}`,
  );
  return row ?? { used: 0, limit: null };
}

/** Refuses one more where all seats are taken; the account must be locked. Errors: `people.seats_full`. */
export async function demandSeat(
  tx: Tx,
  account: { accountId: string; now: Temporal.Instant },
): Promise<void> {
  const { used, limit } = await countSeats(tx, account);
  if (limit === null || used < limit) return;
  throw refuse(
    "conflict",
    "people.seats_full",
    `All ${limit} seats are taken. Remove a member, take back an invitation, or add seats.`,
    { data: { used, limit } },
  );
}

/** Sets how many members an account may have; null: as many as it likes. Who is in stays in. */
export async function setSeatLimit(
  tx: Tx,
  { accountId, limit }: { accountId: string; limit: number | null },
): Promise<void> {
  await tx.execute(sql`UPDATE people.account SET seat_limit = ${limit} WHERE id = ${accountId}`);
}
