import { systemActor } from "#kernel/actor.ts";
import { commitHorizon } from "#kernel/db/commit-horizon.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import type { RecordedEvent, Subscriber } from "#kernel/events/event.ts";
import { newId } from "#kernel/ids.ts";
import { commandContext, type Runtime } from "#kernel/operation/execute.ts";

const BATCH = 1000;
/** Tries before an event is put aside as a dead letter. */
export const MAX_ATTEMPTS = 8;

interface EventRow {
  seq: number;
  xid: string;
  id: string;
  name: string;
  version: number;
  payload: unknown;
  occurred_at: string;
  actor_person_id: string | null;
  request_id: string;
}

interface CursorRow {
  xid: string;
  seq: number;
  attempts: number;
  waiting: boolean;
}

/** Turns a stored row into what subscribers get. */
export const toEvent = (row: EventRow): RecordedEvent => ({
  id: row.id,
  name: row.name,
  version: row.version,
  payload: row.payload,
  occurredAt: Temporal.Instant.from(row.occurred_at),
  actorPersonId: row.actor_person_id,
});

/** A subscriber that is new starts at the beginning: it hears everything that ever happened. */
async function lockCursor(tx: Tx, subscriber: string, now: string): Promise<CursorRow | undefined> {
  await tx.execute(
    sql`INSERT INTO kernel.subscriber_cursor (subscriber, xid, seq, updated_at)
        VALUES (${subscriber}, '0'::xid8, 0, ${now}) ON CONFLICT DO NOTHING`,
  );
  return firstRow<CursorRow>(
    tx,
    sql`SELECT xid::text, seq, attempts, coalesce(retry_at > ${now}, false) AS waiting
        FROM kernel.subscriber_cursor WHERE subscriber = ${subscriber} FOR UPDATE SKIP LOCKED`,
  );
}

async function nextEvents(tx: Tx, cursor: CursorRow): Promise<EventRow[]> {
  const horizon = await commitHorizon(tx);
  return rows<EventRow>(
    tx,
    sql`SELECT seq, xid::text, id, name, version, payload, occurred_at, actor_person_id, request_id
        FROM kernel.event
        WHERE (xid, seq) > (${cursor.xid}::xid8, ${cursor.seq})
          AND xid < ${horizon}::xid8
        ORDER BY xid, seq LIMIT ${BATCH}`,
  );
}

async function moveCursor(tx: Tx, subscriber: string, event: EventRow, now: string): Promise<void> {
  await tx.execute(
    sql`UPDATE kernel.subscriber_cursor
        SET xid = ${event.xid}::xid8, seq = ${event.seq}, attempts = 0, retry_at = NULL, last_error = NULL,
            updated_at = ${now}
        WHERE subscriber = ${subscriber}`,
  );
}

/** Notes a failure: wait and try again, or put the event aside and go on with the next. */
async function noteFailure(
  tx: Tx,
  subscriber: string,
  event: EventRow,
  failure: { error: unknown; attempts: number; now: Temporal.Instant },
) {
  const { attempts, now } = failure;
  const error = failure.error instanceof Error ? failure.error.message : String(failure.error);
  if (attempts >= MAX_ATTEMPTS) {
    await tx.execute(
      sql`INSERT INTO kernel.dead_letter (id, subscriber, event_seq, error, attempts, failed_at)
          VALUES (${newId()}, ${subscriber}, ${event.seq}, ${error}, ${attempts}, ${now.toString()})
          ON CONFLICT DO NOTHING`,
    );
    return moveCursor(tx, subscriber, event, now.toString());
  }
  const retryAt = now.add({ milliseconds: 250 * 2 ** attempts });
  await tx.execute(
    sql`UPDATE kernel.subscriber_cursor
        SET attempts = ${attempts}, retry_at = ${retryAt.toString()}, last_error = ${error}
        WHERE subscriber = ${subscriber}`,
  );
}

interface Passage {
  passed: EventRow | undefined;
  failure?: { event: EventRow; error: unknown };
}

const hears = (subscriber: Subscriber, event: EventRow): boolean =>
  subscriber.events.includes("*") || subscriber.events.includes(event.name);

/** Hands events over in order, each in a savepoint, so that a failing one undoes only itself; stops at the first. */
async function passEvents(
  runtime: Runtime,
  tx: Tx,
  subscriber: Subscriber,
  events: readonly EventRow[],
  now: Temporal.Instant,
): Promise<Passage> {
  let passed: EventRow | undefined;
  for (const event of events) {
    if (hears(subscriber, event))
      try {
        await tx.transaction((savepoint) => deliver(runtime, savepoint, subscriber, event, now));
      } catch (error) {
        runtime.services.log.warn(
          { subscriber: subscriber.name, event: event.name, error },
          "A subscriber failed",
        );
        return { passed, failure: { event, error } };
      }
    passed = event;
  }
  return { passed };
}

/**
 * Handles the next events of one subscriber, in order, in one transaction with its cursor. Returns how many were
 * passed or put aside; 0 when there is nothing to do, another process is at it, or a retry is waited for.
 */
export async function dispatchBatch(
  runtime: Runtime,
  subscriber: Subscriber,
  now: Temporal.Instant,
): Promise<number> {
  return runtime.database.db.transaction(async (tx) => {
    const cursor = await lockCursor(tx, subscriber.name, now.toString());
    if (!cursor || cursor.waiting) return 0;
    const events = await nextEvents(tx, cursor);
    const { passed, failure } = await passEvents(runtime, tx, subscriber, events, now);
    if (passed) await moveCursor(tx, subscriber.name, passed, now.toString());
    if (!failure) return events.length;
    const attempts = (passed ? 0 : cursor.attempts) + 1;
    await noteFailure(tx, subscriber.name, failure.event, { error: failure.error, attempts, now });
    return attempts >= MAX_ATTEMPTS ? 1 : 0;
  });
}

/** Hands one event to one subscriber inside a transaction. */
export function deliver(
  runtime: Runtime,
  tx: Tx,
  subscriber: Subscriber,
  row: EventRow,
  now: Temporal.Instant = Temporal.Instant.from(row.occurred_at),
): Promise<void> {
  const origin = { actor: systemActor(subscriber.name), requestId: row.request_id, now };
  return subscriber.handle(toEvent(row), commandContext(runtime, tx, origin, undefined));
}
