import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListProviderEvents, ProviderEventPage } from "#modules/billing/contract/provider-events.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";

interface EventRow {
  id: string;
  provider: string;
  event_id: string;
  type: string;
  ref: string | null;
  source: "webhook" | "poll";
  status: "received" | "processed" | "ignored" | "failed";
  outcome: string;
  payload: string | null;
  occurred_at: string;
  received_at: string;
  processed_at: string | null;
}

const iso = (text: string): string => Temporal.Instant.from(text).toString();

/** What payment providers told, the latest first. Errors: `billing.cursor_unknown`. */
export const listProviderEvents = defineQuery({
  name: "billing.list_provider_events",
  title: "List what payment providers told",
  http: "GET /billing/provider-events",
  access: "billing:money",
  input: ListProviderEvents,
  output: ProviderEventPage,
  run: async ({ db, input: { provider, status, ref, cursor, limit } }) => {
    const place = readCursor(cursor, 1);
    const { items, nextCursor } = await pageOf(
      rows<EventRow>(
        db,
        sql`SELECT id, provider, event_id, type, ref, source, status, outcome, payload, occurred_at, received_at, processed_at
            FROM billing.provider_event
            WHERE ${provider ? sql`provider = ${provider}` : sql`true`} AND ${status ? sql`status = ${status}` : sql`true`}
              AND ${ref ? sql`ref = ${ref}` : sql`true`} AND ${place ? sql`id < ${place[0]}::uuid` : sql`true`}
            ORDER BY id DESC LIMIT ${limit + 1}`,
      ),
      limit,
      (row) => [row.id],
    );
    return {
      items: items.map((row) => ({
        id: row.id,
        provider: row.provider,
        eventId: row.event_id,
        type: row.type,
        ref: row.ref,
        source: row.source,
        status: row.status,
        outcome: row.outcome,
        payload: row.payload,
        occurredAt: iso(row.occurred_at),
        receivedAt: iso(row.received_at),
        processedAt: row.processed_at && iso(row.processed_at),
      })),
      nextCursor,
    };
  },
});
