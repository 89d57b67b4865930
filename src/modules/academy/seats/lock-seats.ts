import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";

/** Lets one transaction at a time say who sits on the seats an account bought of a course. */
export async function lockSeats(
  tx: Tx,
  { accountId, courseId }: { accountId: string; courseId: string },
): Promise<void> {
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended('academy.seats:' || ${accountId}::text || ${courseId}::text, 0))`,
  );
}
