import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/** Did the person agree to a purpose, as far as they last said before `at`? Nothing said is no. */
export async function hasConsent(
  db: Db,
  { personId, purpose, at }: { personId: string; purpose: string; at: Temporal.Instant },
): Promise<boolean> {
  const last = await firstRow<{ granted: boolean }>(
    db,
    sql`SELECT granted FROM people.consent
        WHERE person_id = ${personId} AND purpose = ${purpose} AND given_at <= ${at.toString()}
        ORDER BY given_at DESC, id DESC LIMIT 1`,
  );
  return last?.granted ?? false;
}
