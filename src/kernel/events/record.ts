import type { z } from "zod";
import { type Actor, actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import type { EventDefinition } from "#kernel/events/event.ts";
import { newId } from "#kernel/ids.ts";

/** Channel on which processes hear that the outbox has something new. */
export const EVENT_CHANNEL = "cairn_event";

/** Writes a fact to the outbox; it exists exactly when the transaction commits. */
export async function recordEvent<S extends z.ZodType>(
  tx: Tx,
  event: EventDefinition<S>,
  payload: z.input<S>,
  origin: { actor: Actor; now: Temporal.Instant; requestId: string },
): Promise<void> {
  const checked = event.payload.parse(payload);
  await tx.execute(
    sql`WITH recorded AS (
          INSERT INTO kernel.event (id, name, version, payload, occurred_at, actor_person_id, request_id)
          VALUES (${newId()}, ${event.name}, ${event.version}, ${JSON.stringify(checked)}::jsonb,
                  ${origin.now.toString()}, ${actorPersonId(origin.actor)}, ${origin.requestId}))
        SELECT pg_notify(${EVENT_CHANNEL}, '')`,
  );
}

/** Writes facts of one kind to the outbox in one statement; for runs that do the same to many. Their order is kept. */
export async function recordEvents<S extends z.ZodType>(
  tx: Tx,
  event: EventDefinition<S>,
  payloads: readonly z.input<S>[],
  origin: { actor: Actor; now: Temporal.Instant; requestId: string },
): Promise<void> {
  if (payloads.length === 0) return;
  const records = payloads.map((payload) => ({ id: newId(), payload: event.payload.parse(payload) }));
  await tx.execute(
    sql`WITH recorded AS (
          INSERT INTO kernel.event (id, name, version, payload, occurred_at, actor_person_id, request_id)
          SELECT r.id, ${event.name}, ${event.version}, r.payload, ${origin.now.toString()}::timestamptz,
            ${actorPersonId(origin.actor)}::uuid, ${origin.requestId}
          FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r (id uuid, payload jsonb))
        SELECT pg_notify(${EVENT_CHANNEL}, '')`,
  );
}
