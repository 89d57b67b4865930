import type { Tx } from "#kernel/db/database.ts";
import { firstRow, preparedRows, sql } from "#kernel/db/sql.ts";
import type { Metering } from "#modules/billing/queries/usage/load-meters.ts";
import { quotaAt } from "#modules/billing/rules/usage/quota.ts";
import type { PlacedEvent } from "#modules/billing/usage/count-events.ts";

/** What came of asking. `used` counts this event when it was allowed; `isRepeat`: it was counted before. */
export interface Consumed {
  allowed: boolean;
  isRepeat: boolean;
  used: number;
  limit: number | null;
}

const keyOf = ({ accountId, meter, eventKey }: PlacedEvent) =>
  sql`account_id = ${accountId} AND meter = ${meter} AND event_key = ${eventKey}`;

const totalOf = ({ accountId, meter, period }: PlacedEvent) =>
  sql`account_id = ${accountId} AND meter = ${meter} AND period_starts_on = ${period.startsOn}`;

/**
 * The event goes in first: its key keeps a second telling out. The counter moves in the same statement, on the row as it is
 * once nobody else moves it, and only while that stays within the limit.
 */
async function take(tx: Tx, event: PlacedEvent, limit: number | null, now: Temporal.Instant) {
  const [taken] = await preparedRows<{ isTaken: boolean; used: number | null }>(
    tx,
    "billing.take_quota",
    sql`WITH taken AS (
          INSERT INTO billing.usage_event (account_id, meter, event_key, quantity, occurred_at, received_at,
            period_starts_on, is_late)
          VALUES (${event.accountId}, ${event.meter}, ${event.eventKey}, ${event.quantity}, ${event.occurredAt},
            ${now.toString()}, ${event.period.startsOn}, ${event.isLate})
          ON CONFLICT DO NOTHING RETURNING quantity),
        moved AS (
          INSERT INTO billing.usage_total AS t (account_id, meter, period_starts_on, period_ends_on, zone, used, events,
            late_events, updated_at)
          SELECT ${event.accountId}::uuid, ${event.meter}, ${event.period.startsOn}::date, ${event.period.endsOn}::date,
            ${event.period.zone}, quantity, 1, ${event.isLate ? 1 : 0}::int, ${now.toString()}::timestamptz
          FROM taken WHERE ${limit}::bigint IS NULL OR quantity <= ${limit}::bigint
          ON CONFLICT (account_id, meter, period_starts_on) DO UPDATE SET
            used = t.used + excluded.used, events = t.events + 1, late_events = t.late_events + excluded.late_events,
            updated_at = excluded.updated_at
          WHERE ${limit}::bigint IS NULL OR t.used + excluded.used <= ${limit}::bigint
          RETURNING used)
        SELECT EXISTS (SELECT FROM taken) AS "isTaken", (SELECT used FROM moved) AS used`,
  );
  return taken;
}

async function usedSoFar(tx: Tx, event: PlacedEvent): Promise<number> {
  const total = await firstRow<{ used: number }>(
    tx,
    sql`SELECT used FROM billing.usage_total WHERE ${totalOf(event)}`,
  );
  return total?.used ?? 0;
}

/** Counts one event if its quota allows that, however many ask at once. */
export async function consumePlaced(
  tx: Tx,
  event: PlacedEvent & { metering: Metering },
  now: Temporal.Instant,
): Promise<Consumed> {
  const { kind, limit } = quotaAt(event.metering.grants, Temporal.Instant.from(event.occurredAt));
  const taken = await take(tx, event, kind === "hard" ? limit : null, now);
  if (taken?.isTaken && taken.used !== null)
    return { allowed: true, isRepeat: false, used: taken.used, limit };
  if (taken?.isTaken) {
    await tx.execute(sql`DELETE FROM billing.usage_event WHERE ${keyOf(event)}`);
    return { allowed: false, isRepeat: false, used: await usedSoFar(tx, event), limit };
  }
  await tx.execute(sql`UPDATE billing.usage_total SET duplicates = duplicates + 1 WHERE ${totalOf(event)}`);
  return { allowed: true, isRepeat: true, used: await usedSoFar(tx, event), limit };
}
