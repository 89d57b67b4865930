import type { Tx } from "#kernel/db/database.ts";
import { preparedRows, sql } from "#kernel/db/sql.ts";
import type { UsagePeriod } from "#modules/billing/rules/usage/usage-period.ts";

/** An event with the period it belongs to. */
export interface PlacedEvent {
  accountId: string;
  meter: string;
  eventKey: string;
  quantity: number;
  occurredAt: string;
  isLate: boolean;
  period: UsagePeriod;
}

/** The identity of an event, as text. */
export const eventName = ({
  accountId,
  meter,
  eventKey,
}: Pick<PlacedEvent, "accountId" | "meter" | "eventKey">): string => `${accountId} ${meter} ${eventKey}`;

/** By code points, as no collation can change it: all senders lock rows in one order, and so never each other out. */
export const inLockOrder = <E extends PlacedEvent>(events: readonly E[]): E[] =>
  events.toSorted((a, b) => {
    const [x, y] = [eventName(a), eventName(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  });

/**
 * Takes events in, each once, and moves the counters by those that were new; one statement, so that both happen or
 * neither. Gives the names of the new ones. Quotas are not looked at.
 */
export async function countEvents(
  tx: Tx,
  events: readonly PlacedEvent[],
  now: Temporal.Instant,
): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const ordered = inLockOrder(events);
  const column = (value: (event: PlacedEvent) => unknown) => sql.param(ordered.map(value));
  const taken = await preparedRows<{ account_id: string; meter: string; event_key: string }>(
    tx,
    "billing.count_events",
    sql`WITH given AS MATERIALIZED (
          SELECT * FROM unnest(
            ${column((e) => e.accountId)}::uuid[], ${column((e) => e.meter)}::text[],
            ${column((e) => e.eventKey)}::text[], ${column((e) => e.quantity)}::bigint[],
            ${column((e) => e.occurredAt)}::timestamptz[], ${column((e) => e.isLate)}::boolean[],
            ${column((e) => e.period.startsOn)}::date[], ${column((e) => e.period.endsOn)}::date[],
            ${column((e) => e.period.zone)}::text[])
          AS g (account_id, meter, event_key, quantity, occurred_at, is_late, starts_on, ends_on, zone)),
        taken AS (
          INSERT INTO billing.usage_event (account_id, meter, event_key, quantity, occurred_at, received_at,
            period_starts_on, is_late)
          SELECT account_id, meter, event_key, quantity, occurred_at, ${now.toString()}, starts_on, is_late FROM given
          ON CONFLICT DO NOTHING
          RETURNING account_id, meter, event_key, quantity, is_late, period_starts_on),
        counted AS (
          SELECT account_id, meter, period_starts_on, sum(quantity)::bigint AS used, count(*) AS events,
            count(*) FILTER (WHERE is_late) AS late
          FROM taken GROUP BY 1, 2, 3),
        told AS (
          SELECT account_id, meter, starts_on, min(ends_on) AS ends_on, min(zone) AS zone, count(*) AS events
          FROM given GROUP BY 1, 2, 3),
        moved AS (
          INSERT INTO billing.usage_total AS t (account_id, meter, period_starts_on, period_ends_on, zone, used, events,
            late_events, duplicates, updated_at)
          SELECT g.account_id, g.meter, g.starts_on, g.ends_on, g.zone, coalesce(c.used, 0), coalesce(c.events, 0),
            coalesce(c.late, 0), g.events - coalesce(c.events, 0), ${now.toString()}
          FROM told g LEFT JOIN counted c
            ON c.account_id = g.account_id AND c.meter = g.meter AND c.period_starts_on = g.starts_on
          ORDER BY g.account_id, g.meter, g.starts_on
          ON CONFLICT (account_id, meter, period_starts_on) DO UPDATE SET
            used = t.used + excluded.used, events = t.events + excluded.events,
            late_events = t.late_events + excluded.late_events, duplicates = t.duplicates + excluded.duplicates,
            updated_at = excluded.updated_at)
        SELECT account_id, meter, event_key FROM taken`,
  );
  return new Set(
    taken.map((row) => eventName({ accountId: row.account_id, meter: row.meter, eventKey: row.event_key })),
  );
}
