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
