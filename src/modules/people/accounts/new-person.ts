import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";

/** Adds a customer who has not proved the address yet. One who came in by another door meanwhile is taken instead. */
export async function newPerson(
  tx: Tx,
  { name, email, now }: { name: string; email: string; now: Temporal.Instant },
): Promise<string> {
  const at = now.toString();
  const row = await firstRow<{ id: string }>(
    tx,
    // The empty update makes the row come back whoever wrote it.
    sql`INSERT INTO auth.person (id, name, email, email_verified, role, created_at, updated_at)
        VALUES (${newId()}, ${name}, ${email}, false, NULL, ${at}, ${at})
        ON CONFLICT (email) DO UPDATE SET email = excluded.email RETURNING id`,
  );
  if (!row) throw new Error("An address is somebody's after it was written");
  return row.id;
}
