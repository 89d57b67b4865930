import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";

/**
 * Gives units back that were taken for work which failed; false when there is nothing of this key to give back. The key is
 * free for another try afterwards, and what was given back is kept as history.
 */
export async function releaseQuota(
  tx: Tx,
  taken: { accountId: string; meter: string; eventKey: string; at: Temporal.Instant },
): Promise<boolean> {
  const { accountId, meter, eventKey, at } = taken;
  const released = await firstRow(
    tx,
    sql`WITH gone AS (
          DELETE FROM billing.usage_event
          WHERE account_id = ${accountId} AND meter = ${meter} AND event_key = ${eventKey}
          RETURNING account_id, meter, event_key, quantity, period_starts_on, is_late),
        kept AS (
          INSERT INTO billing.usage_release (id, account_id, meter, event_key, quantity, period_starts_on, released_at)
          SELECT ${newId()}::uuid, account_id, meter, event_key, quantity, period_starts_on, ${at.toString()} FROM gone),
        moved AS (
          UPDATE billing.usage_total t SET used = t.used - g.quantity, events = t.events - 1,
            late_events = t.late_events - g.is_late::int, updated_at = ${at.toString()}
          FROM gone g
          WHERE t.account_id = g.account_id AND t.meter = g.meter AND t.period_starts_on = g.period_starts_on)
        SELECT event_key FROM gone`,
  );
  return released !== undefined;
}
