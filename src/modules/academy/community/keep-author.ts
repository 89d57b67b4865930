import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";

/** Gives somebody a name in discussions, their own until they choose another. */
export async function keepAuthor(
  tx: Tx,
  { personId, now }: { personId: string; now: Temporal.Instant },
): Promise<void> {
  await tx.execute(
    sql`INSERT INTO academy.discussion_author (person_id, name, changed_at)
        SELECT id, name, ${now.toString()} FROM auth.person WHERE id = ${personId}
        ON CONFLICT (person_id) DO NOTHING`,
  );
}
