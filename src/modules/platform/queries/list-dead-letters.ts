import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { DeadLetter, Paging, pageOf } from "#modules/platform/contract.ts";
import { isoInstant, toPage } from "#modules/platform/paging.ts";

interface DeadLetterRow {
  id: string;
  subscriber: string;
  event_id: string;
  name: string;
  payload: unknown;
  occurred_at: string;
  error: string;
  attempts: number;
  failed_at: string;
}

/** Events a subscriber could not handle, newest first; replayed and discarded ones are gone from here. */
export const listDeadLetters = defineQuery({
  name: "platform.list_dead_letters",
  title: "List events that could not be handled",
  http: "GET /dead-letters",
  access: "platform:manage",
  input: Paging,
  output: pageOf(DeadLetter),
  run: async ({ db, input: { limit, cursor } }) => {
    const found = await rows<DeadLetterRow>(
      db,
      sql`SELECT d.id, d.subscriber, e.id AS event_id, e.name, e.payload, e.occurred_at, d.error, d.attempts, d.failed_at
          FROM kernel.dead_letter AS d JOIN kernel.event AS e ON e.seq = d.event_seq
          WHERE d.replayed_at IS NULL AND d.discarded_at IS NULL AND ${cursor ? sql`d.id < ${cursor}` : sql`true`}
          ORDER BY d.id DESC LIMIT ${limit + 1}`,
    );
    const page = toPage(found, limit, ({ id }) => id);
    const items = page.items.map((row) => ({
      deadLetterId: row.id,
      subscriber: row.subscriber,
      eventId: row.event_id,
      eventName: row.name,
      payload: row.payload,
      occurredAt: isoInstant(row.occurred_at),
      error: row.error,
      attempts: row.attempts,
      failedAt: isoInstant(row.failed_at),
    }));
    return { items, nextCursor: page.nextCursor };
  },
});
