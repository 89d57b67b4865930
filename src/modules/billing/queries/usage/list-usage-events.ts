import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListUsageEvents, UsageEventPage } from "#modules/billing/contract/usage.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";
import { meterTitle } from "#modules/billing/rules/usage/meter-title.ts";

interface EventRow {
  meter: string;
  eventKey: string;
  quantity: number;
  occurred_at: string;
  received_at: string;
  periodStartsOn: string;
  isLate: boolean;
}

/** The events behind a counter, latest first. */
export const listUsageEvents = defineQuery({
  name: "billing.list_usage_events",
  title: "List the usage events of an account",
  http: "GET /billing/accounts/:accountId/usage/events",
  access: "billing:read",
  input: ListUsageEvents,
  output: UsageEventPage,
  run: async ({ db, input }) => {
    const after = readCursor(input.cursor, 3);
    const found = rows<EventRow>(
      db,
      sql`SELECT meter, event_key AS "eventKey", quantity, occurred_at, received_at,
            period_starts_on AS "periodStartsOn", is_late AS "isLate"
          FROM billing.usage_event
          WHERE account_id = ${input.accountId}
            ${input.meter ? sql`AND meter = ${input.meter}` : sql``}
            ${input.periodStartsOn ? sql`AND period_starts_on = ${input.periodStartsOn}` : sql``}
            ${after ? sql`AND (occurred_at, meter, event_key) < (${after[0]}::timestamptz, ${after[1]}, ${after[2]})` : sql``}
          ORDER BY occurred_at DESC, meter DESC, event_key DESC LIMIT ${input.limit + 1}`,
    );
    const { items, nextCursor } = await pageOf(found, input.limit, (event) => [
      event.occurred_at,
      event.meter,
      event.eventKey,
    ]);
    return {
      items: items.map(({ occurred_at, received_at, ...event }) => ({
        ...event,
        title: meterTitle(event.meter),
        occurredAt: Temporal.Instant.from(occurred_at).toString(),
        receivedAt: Temporal.Instant.from(received_at).toString(),
      })),
      nextCursor,
    };
  },
});
