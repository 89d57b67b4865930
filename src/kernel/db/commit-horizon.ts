import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/**
 * The transaction id (xid8, as text) below which every transaction of this database has ended: rows written under
 * smaller ids are all there to be read, in a statement that starts after this one, and none will come any more.
 *
 * A snapshot's own xmin would do as well, but it waits for the transactions of every database of the server, and one
 * long report elsewhere would hold our events back. Running ids of other databases are therefore left out. A transaction
 * that ends between the snapshot and the look at the activity is seen by the statement that follows; hence two
 * statements, under READ COMMITTED.
 */
export async function commitHorizon(tx: Tx): Promise<string> {
  const row = await firstRow<{ horizon: string }>(
    tx,
    sql`SELECT coalesce(
          (SELECT min(running) FROM pg_snapshot_xip(now.snapshot) running
           WHERE (running::text::numeric % 4294967296)::text IN (
             SELECT backend_xid::text FROM pg_stat_activity
             WHERE datname = current_database() AND backend_xid IS NOT NULL)),
          pg_snapshot_xmax(now.snapshot))::text AS horizon
        FROM (SELECT pg_current_snapshot() AS snapshot) now`,
  );
  if (!row) throw new Error("PostgreSQL gave no snapshot");
  return row.horizon;
}
