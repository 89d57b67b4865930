import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** A dead letter that nobody has dealt with yet, locked. */
export interface OpenDeadLetter {
  id: string;
  subscriber: string;
  event_seq: number;
  attempts: number;
}

/** Locks a dead letter. Errors: `platform.dead_letter_not_found`, `platform.dead_letter_settled`. */
export async function lockDeadLetter(tx: Tx, deadLetterId: string): Promise<OpenDeadLetter> {
  const row = await firstRow<OpenDeadLetter & { settled: boolean }>(
    tx,
    sql`SELECT id, subscriber, event_seq, attempts, coalesce(replayed_at, discarded_at) IS NOT NULL AS settled
        FROM kernel.dead_letter WHERE id = ${deadLetterId} FOR UPDATE`,
  );
  if (!row) throw refuse("not_found", "platform.dead_letter_not_found", "There is no such event.");
  if (row.settled)
    throw refuse("conflict", "platform.dead_letter_settled", "Somebody has dealt with this event already.");
  return row;
}
